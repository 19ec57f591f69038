package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/**
 * Notices hands that meet: two people of different parties stand still, and a wrist of one is for a moment where a wrist of the
 * other is. Goods that go from hand to hand show so, and hardly anything else does but two hands in one shelf, which do not count.
 */
final class HandMeetings implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long LOOK_MILLIS = 400;
    private static final long STEP_MILLIS = 200;
    private static final long SEEN_MILLIS = 120;
    private static final long AGAIN_MILLIS = 3_000;
    private static final long STILL_MILLIS = 600;
    private static final double STILL_METRES = 0.25;
    private static final long REACHED_MILLIS = 1_200;
    private static final long PARTED_MILLIS = 1_600;
    private static final double APART_METRES = 1.0;
    private static final double NEAR_METRES = 0.20;
    /** Hands that come out of a shelf together are near each other, too. */
    private static final double SHELF_METRES = 0.15;

    private static final double[] BODY_SD_METRES = {0.45, 0.45, 0.4};
    private static final double WRIST_SHARE = 0.55;
    /** Between wrists and goods nothing is to be widened here. */
    private static final double EXACT_METRES = 0.02;

    private final Floor floor;
    private final Shelving shelving;
    private final HandParameters parameters;
    private final Map<Long, Long> last = new TreeMap<>();

    HandMeetings(Floor floor, Shelving shelving, HandParameters parameters) {
        this.floor = floor;
        this.shelving = shelving;
        this.parameters = parameters;
    }

    /** The meetings after {@code from}, until {@code to}; to be asked in the order of time. */
    List<Meeting> between(long from, long to) {
        List<Meeting> meetings = new ArrayList<>();
        List<Track> tracks = floor.tracks();
        last.values().removeIf(t -> t < from - AGAIN_MILLIS);
        for (long t = Math.floorDiv(from, LOOK_MILLIS) * LOOK_MILLIS + LOOK_MILLIS; t <= to; t += LOOK_MILLIS) {
            Wrists wrists = new Wrists();
            for (int i = 0; i < tracks.size(); i++) {
                for (int j = i + 1; j < tracks.size(); j++) {
                    Meeting meeting = meet(tracks.get(i), tracks.get(j), t, wrists);
                    if (meeting != null) {
                        meetings.add(meeting);
                    }
                }
            }
        }
        return meetings;
    }

    private @Nullable Meeting meet(Track a, Track b, long t, Wrists wrists) {
        Party one = a.party();
        Party other = b.party();
        Point2 p = a.at(t);
        Point2 q = p == null ? null : b.at(t);
        if (one == null || other == null || one == other || p == null || q == null || p.distance(q) > APART_METRES) {
            return null;
        }
        long key = ((long) one.id() << 32) | other.id();
        if (t - last.getOrDefault(key, Long.MIN_VALUE / 2) < AGAIN_MILLIS || !still(a, p, t) || !still(b, q, t)) {
            return null;
        }
        double now = wrists.apart(a, b, t);
        if (now > NEAR_METRES) {
            return null;
        }
        boolean touch = now < parameters.meetMetres();
        // Once may be an error of one frame: they touch twice in a row, or one look and the next that comes in between.
        boolean before = wrists.apart(a, b, t - STEP_MILLIS) < parameters.meetMetres();
        boolean after = wrists.apart(a, b, t + STEP_MILLIS) < parameters.meetMetres();
        if (!(touch && (before || after)) || beside(a, b, t, wrists)) {
            return null;
        }
        last.put(key, t);
        return new Meeting(one, other, t);
    }

    /** Whether the hands were near before, or stay so: then two people stand side by side, and nobody reaches out. */
    private static boolean beside(Track a, Track b, long t, Wrists wrists) {
        return wrists.apart(a, b, t - REACHED_MILLIS) < NEAR_METRES
                || wrists.apart(a, b, t + PARTED_MILLIS) < NEAR_METRES;
    }

    private static boolean still(Track track, Point2 now, long t) {
        Point2 before = track.at(t - STILL_MILLIS);
        return before != null && before.distance(now) < STILL_METRES;
    }

    /** Where wrists were at a few moments, worked out when asked for. */
    private final class Wrists {
        private final Map<Long, List<double[]>> known = new HashMap<>();

        /** The least distance of a wrist of one from a wrist of the other, outside of shelves. */
        double apart(Track a, Track b, long t) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] x : of(a, t)) {
                for (double[] y : of(b, t)) {
                    double d = Math.sqrt(square(x[0] - y[0]) + square(x[1] - y[1]) + square(x[2] - y[2]));
                    if (d < least && !inShelf(new Point2((x[0] + y[0]) / 2, (x[1] + y[1]) / 2))) {
                        least = d;
                    }
                }
            }
            return least;
        }

        private List<double[]> of(Track track, long t) {
            return known.computeIfAbsent(((long) track.id() << 44) ^ t, k -> wrists(track, t));
        }
    }

    private List<double[]> wrists(Track track, long t) {
        List<double[]> found = new ArrayList<>();
        Point2 body = track.at(t);
        if (body == null) {
            return found;
        }
        List<WristSighting> sightings = track.wrists(t - SEEN_MILLIS, t + SEEN_MILLIS);
        double[] middle = {body.x(), body.y(), WRIST_SHARE * track.heightMetres()};
        Point3 about = new Point3(body.x(), body.y(), 1);
        for (boolean left : new boolean[] {true, false}) {
            WristFix fix = new WristFix();
            fix.add(sightings, left, about, parameters);
            if (fix.cameras() > 1) {
                fix.solve(middle, BODY_SD_METRES, EXACT_METRES);
                found.add(fix.mean.clone());
            }
        }
        return found;
    }

    private boolean inShelf(Point2 p) {
        for (PlateSite site : shelving.sites()) {
            double along = site.along(p);
            double behind = site.behindFront(p);
            if (along >= 0
                    && along <= site.widthMetres()
                    && behind >= -SHELF_METRES
                    && behind <= site.plate().depthMetres()) {
                return true;
            }
        }
        return false;
    }

    private static double square(double v) {
        return v * v;
    }
}
