package org.openaisle.engine.tracking;

import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;

/**
 * What one detection says about place and height: {@code root * (x, y, height) = right + noise} with unit white noise.
 *
 * <p>A ray from the camera's centre C in direction d towards a body point at the share f of the height h gives two equations that
 * are linear in (x, y, h): the point lies in the vertical plane of the ray, and on the ray within that plane:
 * <pre>
 *   n . (x, y)                      = n . C        n = (-dy, dx) / |(dx, dy)|
 *   dz e . (x, y) - |(dx, dy)| f h  = dz e . C - |(dx, dy)| Cz      e = (dx, dy) / |(dx, dy)|
 * </pre>
 * Rows are weighted by pixel noise times range and by how far the point strays from the body's axis, and folded into a triangle by
 * Givens rotations (Golub and Van Loan, Matrix Computations, 5.2). Nothing is linearised, so nothing has to be iterated.
 */
final class Sighting {
    final PersonDetection detection;
    /** Upper triangle by rows: xx xy xh, yy yh, hh. */
    final double[] root = new double[6];

    final double[] right = new double[3];
    /** The most likely place and height. */
    double x;

    double y;
    double height;
    /** Standard deviation of the place, the worse direction, metres. */
    double spread;
    /** Natural logarithm of the root's determinant. */
    double logDeterminant;
    /** From the camera, metres. */
    double range;

    /** Which body points, the rays to them (three numbers each), and how many. */
    BodyModel[] parts = new BodyModel[0];

    double[] rays = new double[0];
    int points;
    /** The descriptor as an average camera would have it. */
    float[] looks;

    Sighting(PersonDetection detection) {
        this.detection = detection;
        looks = detection.appearance();
    }

    void add(double a, double b, double c, double value) {
        double[] r = root;
        if (a != 0) {
            double h = Math.sqrt(r[0] * r[0] + a * a);
            double cos = r[0] / h;
            double sin = a / h;
            r[0] = h;
            double t = r[1];
            r[1] = cos * t + sin * b;
            b = cos * b - sin * t;
            t = r[2];
            r[2] = cos * t + sin * c;
            c = cos * c - sin * t;
            t = right[0];
            right[0] = cos * t + sin * value;
            value = cos * value - sin * t;
        }
        if (b != 0) {
            double h = Math.sqrt(r[3] * r[3] + b * b);
            double cos = r[3] / h;
            double sin = b / h;
            r[3] = h;
            double t = r[4];
            r[4] = cos * t + sin * c;
            c = cos * c - sin * t;
            t = right[1];
            right[1] = cos * t + sin * value;
            value = cos * value - sin * t;
        }
        if (c != 0) {
            double h = Math.sqrt(r[5] * r[5] + c * c);
            double cos = r[5] / h;
            double sin = c / h;
            r[5] = h;
            right[2] = cos * right[2] + sin * value;
        }
    }

    void clear() {
        for (int i = 0; i < 6; i++) {
            root[i] = 0;
        }
        right[0] = right[1] = right[2] = 0;
    }

    /** Solves the triangle; false when it does not determine a place. */
    boolean solve() {
        if (!(root[0] > 1e-6 && root[3] > 1e-6 && root[5] > 1e-6)) {
            return false;
        }
        height = right[2] / root[5];
        y = (right[1] - root[4] * height) / root[3];
        x = (right[0] - root[1] * y - root[2] * height) / root[0];
        // Columns of the inverse triangle give the covariance.
        double i0 = 1 / root[0];
        double i3 = 1 / root[3];
        double i5 = 1 / root[5];
        double i1 = -root[1] * i0 * i3;
        double i4 = -root[4] * i3 * i5;
        double i2 = -(root[1] * i4 + root[2] * i5) * i0;
        spread = Math.sqrt(i0 * i0 + i1 * i1 + i2 * i2 + i3 * i3 + i4 * i4);
        logDeterminant = StrictMath.log(root[0] * root[3] * root[5]);
        return true;
    }

    boolean has(Keypoint point, double least) {
        return detection.confidence(point) >= least;
    }
}
