package org.openaisle.simulator;

import org.openaisle.model.Point3;

/** One movement of a hand: out to a place, there for a while, back to the body. Times in milliseconds. */
final class Arm {
    final boolean left;
    final Point3 target;
    final long start;
    final long contact;
    private long leave = Long.MAX_VALUE;
    private long end = Long.MAX_VALUE;

    Arm(boolean left, Point3 target, long start, long contact) {
        this.left = left;
        this.target = target;
        this.start = start;
        this.contact = contact;
    }

    void retract(long from, long until) {
        leave = from;
        end = until;
    }

    boolean over(long now) {
        return now >= end;
    }

    /** How far it is out, 0..1: smooth in speed, as hands move (minimum jerk, Flash and Hogan 1985). */
    double extent(long now) {
        if (now >= leave) {
            return 1 - smooth((now - leave + 0.0) / Math.max(1, end - leave));
        }
        return smooth((now - start + 0.0) / Math.max(1, contact - start));
    }

    private static double smooth(double s) {
        double x = Math.max(0, Math.min(1, s));
        return x * x * x * (10 - 15 * x + 6 * x * x);
    }
}
