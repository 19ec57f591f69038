package org.openaisle.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A pinhole camera with Brown-Conrady distortion, as OpenCV has it: a world point X is seen at K (R X + T).
 *
 * @param k intrinsics, 3 x 3 by rows
 * @param distortion k1 k2 p1 p2 k3
 * @param r rotation from world to camera, 3 x 3 by rows
 * @param t translation, metres
 */
public record Camera(
        String cameraId,
        int width,
        int height,
        double ratePerSecond,
        double[] k,
        double[] distortion,
        double[] r,
        double[] t)
        implements Serializable {
    public Camera {
        Check.named("cameraId", cameraId);
        Check.that(width > 0 && height > 0, "camera " + cameraId + " must have a width and a height");
        Check.positive("rate of camera " + cameraId, ratePerSecond);
        Check.that(k.length == 9 && r.length == 9, "K and R of camera " + cameraId + " must be 3 x 3");
        Check.that(distortion.length == 5, "distortion of camera " + cameraId + " must have 5 terms");
        Check.that(t.length == 3, "T of camera " + cameraId + " must have 3 terms");
        Check.that(k[0] > 0 && k[4] > 0, "focal lengths of camera " + cameraId + " must be positive");
    }

    /** Where the camera stands: -R' T. */
    public Point3 centre() {
        return new Point3(
                -(r[0] * t[0] + r[3] * t[1] + r[6] * t[2]),
                -(r[1] * t[0] + r[4] * t[1] + r[7] * t[2]),
                -(r[2] * t[0] + r[5] * t[1] + r[8] * t[2]));
    }

    /** Depth of a world point along the optical axis, metres; not positive behind the camera. */
    public double depth(Point3 world) {
        return r[6] * world.x() + r[7] * world.y() + r[8] * world.z() + t[2];
    }

    /** The pixel at which a world point is seen, or null when it is behind the camera or so far aside that the lens model folds back. */
    public @Nullable Point2 project(Point3 world) {
        double z = depth(world);
        if (z < 0.05) {
            return null;
        }
        double x = (r[0] * world.x() + r[1] * world.y() + r[2] * world.z() + t[0]) / z;
        double y = (r[3] * world.x() + r[4] * world.y() + r[5] * world.z() + t[1]) / z;
        double s = x * x + y * y;
        double slope = 1 + s * (3 * distortion[0] + s * (5 * distortion[1] + s * 7 * distortion[4]));
        if (slope <= 0) {
            return null;
        }
        Point2 seen = distort(x, y);
        return new Point2(k[0] * seen.x() + k[1] * seen.y() + k[2], k[4] * seen.y() + k[5]);
    }

    /** The unit vector, in the world frame, from the camera's centre through a pixel. */
    public Point3 ray(double u, double v) {
        double yd = (v - k[5]) / k[4];
        double xd = (u - k[2] - k[1] * yd) / k[0];
        double x = xd;
        double y = yd;
        // Fixed-point iteration as in OpenCV's undistortPoints.
        for (int i = 0; i < 20; i++) {
            Point2 seen = distort(x, y);
            double stepX = xd - seen.x();
            double stepY = yd - seen.y();
            x += 0.8 * stepX;
            y += 0.8 * stepY;
            if (stepX * stepX + stepY * stepY < 1e-16) {
                break;
            }
        }
        double norm = Math.sqrt(x * x + y * y + 1);
        double a = x / norm;
        double b = y / norm;
        double c = 1 / norm;
        return new Point3(
                r[0] * a + r[3] * b + r[6] * c, r[1] * a + r[4] * b + r[7] * c, r[2] * a + r[5] * b + r[8] * c);
    }

    private Point2 distort(double x, double y) {
        double s = x * x + y * y;
        double radial = 1 + s * (distortion[0] + s * (distortion[1] + s * distortion[4]));
        double dx = 2 * distortion[2] * x * y + distortion[3] * (s + 2 * x * x);
        double dy = distortion[2] * (s + 2 * y * y) + 2 * distortion[3] * x * y;
        return new Point2(x * radial + dx, y * radial + dy);
    }
}
