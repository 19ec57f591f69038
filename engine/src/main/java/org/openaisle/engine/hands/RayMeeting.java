package org.openaisle.engine.hands;

import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach.Along;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Point3;

/**
 * The point where rays to one wrist meet: weighted least squares over the distances from the rays (Hartley and Zisserman
 * 2004, ch. 12, in its linear form), drawn weakly towards the middle of the volume that the hand is known to have been in.
 */
final class RayMeeting {
    /** Calibration and the hand's own width: no meeting of rays is better than this. */
    private static final double LEAST_SD_METRES = 0.04;

    private final ReachVolume volume;
    private final double[] normal = new double[6];
    private final double[] right = new double[3];
    private double weight;

    RayMeeting(ReachVolume volume) {
        this.volume = volume;
        double prior = 1 / (0.25 * 0.25);
        Point3 c = volume.centre();
        normal[0] = prior;
        normal[3] = prior;
        normal[5] = prior;
        right[0] = prior * c.x();
        right[1] = prior * c.y();
        right[2] = prior * c.z();
    }

    /** @param precision of the distance from the ray, one over square metres */
    void add(WristSighting s, double precision) {
        weight += precision;
        Point3 d = s.direction();
        Point3 o = s.origin();
        double xx = precision * (1 - d.x() * d.x());
        double xy = -precision * d.x() * d.y();
        double xz = -precision * d.x() * d.z();
        double yy = precision * (1 - d.y() * d.y());
        double yz = -precision * d.y() * d.z();
        double zz = precision * (1 - d.z() * d.z());
        normal[0] += xx;
        normal[1] += xy;
        normal[2] += xz;
        normal[3] += yy;
        normal[4] += yz;
        normal[5] += zz;
        right[0] += xx * o.x() + xy * o.y() + xz * o.z();
        right[1] += xy * o.x() + yy * o.y() + yz * o.z();
        right[2] += xz * o.x() + yz * o.y() + zz * o.z();
    }

    /** Where along the plates the hand was; null when hardly a ray passed through the volume. */
    @Nullable
    Along along() {
        if (weight < 1 / (0.15 * 0.15)) {
            return null;
        }
        // The inverse of the symmetric 3 x 3 matrix by cofactors.
        double a = normal[3] * normal[5] - normal[4] * normal[4];
        double b = normal[2] * normal[4] - normal[1] * normal[5];
        double c = normal[1] * normal[4] - normal[2] * normal[3];
        double e = normal[0] * normal[5] - normal[2] * normal[2];
        double f = normal[1] * normal[2] - normal[0] * normal[4];
        double i = normal[0] * normal[3] - normal[1] * normal[1];
        double determinant = normal[0] * a + normal[1] * b + normal[2] * c;
        Point3 meeting = new Point3(
                (a * right[0] + b * right[1] + c * right[2]) / determinant,
                (b * right[0] + e * right[1] + f * right[2]) / determinant,
                (c * right[0] + f * right[1] + i * right[2]) / determinant);
        double ux = volume.direction().x();
        double uy = volume.direction().y();
        double variance = (ux * ux * a + 2 * ux * uy * b + uy * uy * e) / determinant;
        return new Along(volume.along(meeting), Math.sqrt(LEAST_SD_METRES * LEAST_SD_METRES + variance));
    }
}
