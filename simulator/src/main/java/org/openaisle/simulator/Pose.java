package org.openaisle.simulator;

import org.openaisle.model.Keypoint;
import org.openaisle.model.Point3;

/**
 * Where a person's joints are. Proportions of the body's height after Drillis and Contini (1966), as in Winter, "Biomechanics and Motor Control of Human
 * Movement", figure 4.1: shoulder 0.818, hip 0.530, ankle 0.039, upper arm 0.186, forearm 0.146, half the shoulders' breadth 0.129, half the hips' 0.0955.
 */
final class Pose {
    private static final double ARM = 0.186 + 0.146;

    /** By {@link Keypoint} ordinal; then the crown of the head. */
    final Point3[] joints = new Point3[Keypoint.values().length + 1];

    static final int CROWN = Keypoint.values().length;

    private final double x;
    private final double y;
    private final double forwardX;
    private final double forwardY;
    private final double h;

    private Pose(Person p) {
        x = p.x;
        y = p.y;
        forwardX = StrictMath.cos(p.heading);
        forwardY = StrictMath.sin(p.heading);
        h = p.height;
    }

    static Pose of(Person p, long now) {
        Pose pose = new Pose(p);
        pose.stand(p, now);
        return pose;
    }

    Point3 wrist(boolean left) {
        return joints[(left ? Keypoint.LEFT_WRIST : Keypoint.RIGHT_WRIST).ordinal()];
    }

    private void stand(Person p, long now) {
        double swing = StrictMath.sin(p.gait) * Math.min(1, p.pace() / 0.9);
        boolean carries = p.held != null && now >= p.heldSince && now <= p.heldUntil;
        Arm arm = p.arm;
        double extent = arm == null ? 0 : arm.extent(now);

        // The upper body leans and sinks as far as the arm is too short.
        double leanX = 0;
        double leanY = 0;
        double sink = 0;
        if (arm != null && extent > 0) {
            Point3 shoulder = body(0.02 * h, arm.left ? 0.129 * h : -0.129 * h, 0.818 * h);
            Point3 reach = arm.target.minus(shoulder);
            double excess = Math.max(0, reach.norm() - 0.95 * ARM * h) * extent / Math.max(1e-6, reach.norm());
            leanX = reach.x() * excess;
            leanY = reach.y() * excess;
            sink = Math.max(-0.03 * h, Math.min(0.45 * h, -reach.z() * excess));
        }
        set(Keypoint.NOSE, shifted(body(0.07 * h, 0, 0.93 * h), leanX, leanY, sink));
        joints[CROWN] = shifted(body(0, 0, h), leanX, leanY, sink);
        for (int side = 0; side < 2; side++) {
            boolean left = side == 0;
            double sign = left ? 1 : -1;
            Point3 shoulder = shifted(body(0, sign * 0.129 * h, 0.818 * h), leanX, leanY, sink);
            Point3 hip = shifted(body(0, sign * 0.0955 * h, 0.53 * h), leanX * 0.25, leanY * 0.25, sink * 0.55);
            Point3 ankle = body(sign * swing * 0.13 * h, sign * 0.06 * h, 0.039 * h + 0.02);
            boolean holds = carries && p.heldLeft == left;
            Point3 rest = shifted(
                    holds
                            ? body(0.18 * h, sign * 0.1 * h, 0.62 * h)
                            : body(0.03 * h - sign * swing * 0.1 * h, sign * 0.165 * h, 0.49 * h),
                    leanX * 0.7,
                    leanY * 0.7,
                    sink * 0.8);
            Point3 wrist = rest;
            if (arm != null && arm.left == left) {
                wrist = rest.plus(arm.target.minus(rest).times(extent));
            }
            joints[(left ? Keypoint.LEFT_SHOULDER : Keypoint.RIGHT_SHOULDER).ordinal()] = shoulder;
            joints[(left ? Keypoint.LEFT_HIP : Keypoint.RIGHT_HIP).ordinal()] = hip;
            joints[(left ? Keypoint.LEFT_ANKLE : Keypoint.RIGHT_ANKLE).ordinal()] = ankle;
            joints[(left ? Keypoint.LEFT_WRIST : Keypoint.RIGHT_WRIST).ordinal()] = wrist;
            joints[(left ? Keypoint.LEFT_ELBOW : Keypoint.RIGHT_ELBOW).ordinal()] = elbow(shoulder, wrist, sign);
        }
    }

    /** Between shoulder and wrist; bent down and outwards by what the arm is longer than the way. */
    private Point3 elbow(Point3 shoulder, Point3 wrist, double sign) {
        Point3 way = wrist.minus(shoulder);
        double half = ARM * h / 2;
        double bend = Math.sqrt(Math.max(0, half * half - way.dot(way) / 4));
        Point3 mid = shoulder.plus(way.times(0.53));
        double side = 0.4 * bend * sign;
        return new Point3(
                mid.x() - forwardY * side - forwardX * 0.3 * bend,
                mid.y() + forwardX * side - forwardY * 0.3 * bend,
                mid.z() - 0.8 * bend * Math.min(1, Math.abs(way.norm() - Math.abs(way.z())) / (0.2 * h) + 0.1));
    }

    private void set(Keypoint k, Point3 p) {
        joints[k.ordinal()] = p;
    }

    /** A point of the upright body: metres ahead, to the left, up. */
    private Point3 body(double ahead, double aside, double up) {
        return new Point3(x + forwardX * ahead - forwardY * aside, y + forwardY * ahead + forwardX * aside, up);
    }

    private static Point3 shifted(Point3 p, double dx, double dy, double down) {
        return new Point3(p.x() + dx, p.y() + dy, Math.max(0.1, p.z() - down));
    }
}
