package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes and who goes as far as the cameras tell: everything where there are no beams, else what the beams got wrong. */
final class Doorkeeper implements Serializable {
    private static final long serialVersionUID = 1;
    /** Farther beyond a line than a body is thick, metres. */
    private static final double WELL_INSIDE = 0.3;

    /** Without beams, who is unseen for so long has gone. */
    private static final long LOST_BEAMLESS_MILLIS = 20_000;

    private final TrackingParameters parameters;
    private final Crowd crowd;
    private final Gatehouse gatehouse;
    private final PartyBook book;
    private final Area floor;
    private final List<GateLine> gates;
    /** Truth ends at a zone inside the floor, over whose edge people come and go unseen. */
    private final boolean zoned;
    /** Somebody came in and no beam told. */
    private boolean beamless;

    Doorkeeper(
            TrackingParameters parameters,
            Crowd crowd,
            Gatehouse gatehouse,
            PartyBook book,
            Area floor,
            List<GateLine> gates,
            boolean zoned) {
        this.parameters = parameters;
        this.crowd = crowd;
        this.gatehouse = gatehouse;
        this.book = book;
        this.floor = floor;
        this.gates = gates;
        this.zoned = zoned;
    }

    void watch(long t) {
        if (gatehouse.beamed()) {
            doubtBeams(t);
        } else {
            comeAndGo(t);
        }
    }

    /** Beams miss people and see some who are not there: what the cameras say for long enough is believed. */
    private void doubtBeams(long t) {
        List<Person> people = crowd.people;
        for (int i = people.size() - 1; i >= 0; i--) {
            Person p = people.get(i);
            if (p.status == Person.Status.INSIDE) {
                Party party = p.party();
                if (p.hits == 0 && t - p.enteredAt() > parameters.phantomMillis()) {
                    people.remove(i);
                    if (party != null) {
                        book.vanished(party);
                    }
                } else if (p.unseen(t) > parameters.outMillis() && isOut(p)) {
                    p.leave(p.seenAt);
                    book.left(p, p.seenAt);
                } else if (p.unseen(t) > parameters.forgottenMillis()) {
                    p.leave(t);
                }
            } else if (p.status == Person.Status.OUTSIDE
                    && p.strayingSince >= 0
                    && t - p.strayingSince > parameters.strayMillis()
                    && p.unseen(t) < 300
                    && p.hits > parameters.strayHits()
                    && cameIn(p)) {
                GateLine gate = nearestGate(p, true);
                p.enter(gatehouse.admit(gate == null ? "" : gate.gate.gateId(), p.bornAt), p.bornAt);
            }
        }
    }

    /** Whether somebody was first seen outside or at an entry; a poster or a mirror was not. */
    private boolean cameIn(Person p) {
        double[] place = new double[3];
        p.place(p.bornAt, place);
        if (floor.depth(place[0], place[1]) < 0) {
            return true;
        }
        for (GateLine gate : gates) {
            if (gate.gate.kind().letsIn() && gate.distance(place[0], place[1]) < parameters.armsReach()) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody was last seen beyond an exit. */
    private boolean isOut(Person p) {
        double[] place = new double[3];
        p.place(p.seenAt, place);
        for (GateLine gate : gates) {
            if (gate.gate.kind().letsOut()
                    && gate.depth(place[0], place[1]) < -0.4
                    && gate.aside(place[0], place[1]) < 0.5) {
                return true;
            }
        }
        return false;
    }

    /** Without beams the tracks themselves say who comes and goes. */
    private void comeAndGo(long t) {
        for (Person p : crowd.people) {
            double depth = floor.depth(p.body.x(), p.body.y());
            if (p.status == Person.Status.OUTSIDE && depth > WELL_INSIDE && p.unseen(t) < 300 && (zoned || cameIn(p))) {
                if (p.strayingSince < 0) {
                    p.strayingSince = t;
                }
                // The first one may yet be told by a beam.
                if (t - p.strayingSince >= (zoned || beamless ? 200 : 1000)) {
                    beamless = true;
                    GateLine gate = nearestGate(p, true);
                    long since = gate == null || zoned ? p.strayingSince : passed(p, gate, p.strayingSince);
                    p.enter(gatehouse.admit(gate == null ? "" : gate.gate.gateId(), since), since);
                }
            } else if (p.status == Person.Status.INSIDE
                    && (!zoned && depth < -WELL_INSIDE
                            || p.unseen(t) > (zoned ? parameters.outMillis() : LOST_BEAMLESS_MILLIS))) {
                GateLine gate = nearestGate(p, false);
                long since = gate == null || zoned ? p.seenAt : passed(p, gate, p.seenAt);
                p.leave(since);
                book.left(p, since);
            }
        }
    }

    private @Nullable GateLine nearestGate(Person p, boolean in) {
        GateLine best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (GateLine gate : gates) {
            double distance = gate.distance(p.body.x(), p.body.y());
            if ((in ? gate.gate.kind().letsIn() : gate.gate.kind().letsOut()) && distance < nearest) {
                nearest = distance;
                best = gate;
            }
        }
        return best;
    }

    /** When somebody who is on one side of the line at {@code t} was last on the other, within three seconds. */
    private static long passed(Person p, GateLine gate, long t) {
        double[] place = new double[3];
        p.place(t, place);
        boolean inside = gate.depth(place[0], place[1]) > 0;
        for (long back = t; back > t - 3000; back -= 20) {
            p.place(back, place);
            if (gate.depth(place[0], place[1]) > 0 != inside) {
                return back;
            }
        }
        return t;
    }
}
