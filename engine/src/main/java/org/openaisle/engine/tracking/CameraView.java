package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.openaisle.model.Camera;
import org.openaisle.model.Point3;

/** A camera, with what is needed for every detection worked out once. */
final class CameraView implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 12;

    final int index;
    final Camera camera;
    /** Where it stands, metres. */
    final double x;

    final double y;
    final double z;
    /** Pixels a radian, near the middle of the picture. */
    final double focal;

    final Aim aim = new Aim();
    /** Whether its detector has ever named a keypoint. */
    boolean namesKeypoints;

    private final double k1;
    private final double k2;
    private final double p1;
    private final double p2;
    private final double k3;

    CameraView(int index, Camera camera) {
        this.index = index;
        this.camera = camera;
        Point3 centre = camera.centre();
        x = centre.x();
        y = centre.y();
        z = centre.z();
        focal = Math.sqrt(camera.k()[0] * camera.k()[4]);
        double[] d = camera.distortion();
        k1 = d[0];
        k2 = d[1];
        p1 = d[2];
        p2 = d[3];
        k3 = d[4];
    }

    /** The unit vector, world frame, from the camera through a pixel, into {@code out[0..2]}; as {@link Camera#ray} but without allocation. */
    void ray(double u, double v, double[] out) {
        double[] k = camera.k();
        double yd = (v - k[5]) / k[4];
        double xd = (u - k[2] - k[1] * yd) / k[0];
        double a = xd;
        double b = yd;
        // Newton's method on the lens model; a point near where the lens folds back is left where the last good step
        // took it.
        for (int i = 0; i < STEPS; i++) {
            double s = a * a + b * b;
            double radial = 1 + s * (k1 + s * (k2 + s * k3));
            double slope = 2 * (k1 + s * (2 * k2 + s * 3 * k3));
            double fx = a * radial + 2 * p1 * a * b + p2 * (s + 2 * a * a) - xd;
            double fy = b * radial + p1 * (s + 2 * b * b) + 2 * p2 * a * b - yd;
            double xx = radial + a * a * slope + 2 * p1 * b + 6 * p2 * a;
            double xy = a * b * slope + 2 * p1 * a + 2 * p2 * b;
            double yy = radial + b * b * slope + 6 * p1 * b + 2 * p2 * a;
            double det = xx * yy - xy * xy;
            if (det < 0.05) {
                break;
            }
            double da = (yy * fx - xy * fy) / det;
            double db = (xx * fy - xy * fx) / det;
            a -= da;
            b -= db;
            if (da * da + db * db < 1e-14) {
                break;
            }
        }
        double norm = Math.sqrt(a * a + b * b + 1);
        a /= norm;
        b /= norm;
        double c = 1 / norm;
        double[] r = camera.r();
        out[0] = r[0] * a + r[3] * b + r[6] * c;
        out[1] = r[1] * a + r[4] * b + r[7] * c;
        out[2] = r[2] * a + r[5] * b + r[8] * c;
    }
}
