package org.openaisle.engine.attribution;

import java.io.Serializable;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.model.Point2;

/** How near two parties have been to each other lately: goods change hands only within reach. */
final class Closeness implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long LATELY_MILLIS = 60_000;
    private static final long STEP_MILLIS = 500;
    private static final double REACH_METRES = 1.1;
    private static final double LOST_METRES = 0.7;
    private static final double SURE = 0.95;
    private static final double NEVER_MET = StrictMath.log(1e-4);

    private final Floor floor;

    Closeness(Floor floor) {
        this.floor = floor;
    }

    /** Whether it is known where every member of the party was at {@code t}. */
    boolean inView(Party party, long t) {
        int seen = 0;
        for (Track track : floor.tracks()) {
            if (track.party() == party && track.at(t) != null) {
                if (track.spreadMetres(t) > LOST_METRES || floor.belief(track, party, t) < SURE) {
                    return false;
                }
                seen++;
            }
        }
        return seen >= party.entered();
    }

    /** Log of a factor that is 1 when members of both came within reach in the minute before {@code t}. */
    double log(Party one, Party other, long t) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Track a : floor.tracks()) {
            if (a.party() != one) {
                continue;
            }
            for (Track b : floor.tracks()) {
                if (b.party() != other) {
                    continue;
                }
                for (long at = t - LATELY_MILLIS + STEP_MILLIS; at <= t; at += STEP_MILLIS) {
                    Point2 p = a.at(at);
                    Point2 q = p == null ? null : b.at(at);
                    if (p != null && q != null) {
                        nearest = Math.min(nearest, p.distance(q));
                    }
                }
            }
        }
        if (nearest <= REACH_METRES) {
            return 0;
        }
        double z = (nearest - REACH_METRES) / 0.3;
        return nearest == Double.POSITIVE_INFINITY ? NEVER_MET : Math.max(NEVER_MET, -z * z / 2);
    }
}
