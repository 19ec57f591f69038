package org.openaisle.simulator;

import java.util.List;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Point3;

/** What a straight line of sight meets on its way: furniture, other people, the person's own body. */
final class Sight {
    private static final double BODY_RADIUS = 0.17;
    private static final double TRUNK_RADIUS = 0.11;

    private final List<Prism> prisms;

    Sight(List<Prism> prisms) {
        this.prisms = prisms;
    }

    boolean hiddenByFurniture(Point3 eye, Point3 point) {
        for (Prism p : prisms) {
            if (p.hides(eye, point)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody else as an upright cylinder of shoulder height, and the head as a thinner one. */
    static boolean hiddenBy(Person other, Point3 eye, Point3 point) {
        double share = closest(other.x, other.y, eye, point);
        if (share <= 0 || share > 0.97) {
            return false;
        }
        double z = eye.z() + share * (point.z() - eye.z());
        double gap = gap(other.x, other.y, eye, point, share);
        double h = other.height;
        return z < 0.83 * h && gap < BODY_RADIUS || z < h && gap < 0.09;
    }

    /** Arms behind the own trunk, faces that look away. */
    static boolean hiddenByItself(Person who, Keypoint keypoint, Point3 eye, Point3 point) {
        switch (keypoint) {
            case NOSE -> {
                double dx = eye.x() - who.x;
                double dy = eye.y() - who.y;
                double ahead = StrictMath.cos(who.heading) * dx + StrictMath.sin(who.heading) * dy;
                return ahead < -0.15 * Math.sqrt(dx * dx + dy * dy);
            }
            case LEFT_ELBOW, RIGHT_ELBOW, LEFT_WRIST, RIGHT_WRIST -> {
                double share = closest(who.x, who.y, eye, point);
                double z = eye.z() + share * (point.z() - eye.z());
                return share < 0.995
                        && z > 0.4 * who.height
                        && z < 0.85 * who.height
                        && gap(who.x, who.y, eye, point, share) < TRUNK_RADIUS;
            }
            default -> {
                return false;
            }
        }
    }

    /** The share of the way at which it passes nearest to an upright axis. */
    private static double closest(double x, double y, Point3 eye, Point3 point) {
        double dx = point.x() - eye.x();
        double dy = point.y() - eye.y();
        double square = dx * dx + dy * dy;
        return square < 1e-9 ? 1 : Math.max(0, Math.min(1, ((x - eye.x()) * dx + (y - eye.y()) * dy) / square));
    }

    private static double gap(double x, double y, Point3 eye, Point3 point, double share) {
        double ex = eye.x() + share * (point.x() - eye.x()) - x;
        double ey = eye.y() + share * (point.y() - eye.y()) - y;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
