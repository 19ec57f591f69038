package org.openaisle.engine.hands;

import java.util.Arrays;
import java.util.List;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Point3;

/**
 * Where a wrist was, from the rays of one or several cameras and what a body's place allows: a Gaussian in the coordinates
 * of a {@link ReachVolume} (along, behind the front, up), by least squares over the distances from the rays (Hartley and
 * Zisserman 2004, ch. 12, in its linear form), reweighted twice so that a stray ray does not pull it away (Huber 1981).
 */
final class WristFix {
    private static final int MOST = 64;
    private static final int ROUNDS = 3;
    /** No ray is surer than this, however near its camera. */
    private static final double LEAST_SD_METRES = 0.01;

    private final double[] rays = new double[7 * MOST];
    private int size;
    private double reliability;
    private long cameras;

    final double[] mean = new double[3];
    /** Upper triangle, by rows, of the inverse covariance. */
    final double[] information = new double[6];

    void clear() {
        size = 0;
        reliability = 0;
        cameras = 0;
    }

    /** Adds a ray in the volume's coordinates: its origin, its unit direction and the standard deviation across it. */
    void add(int camera, double[] origin, double[] direction, double sd, double trust) {
        if (size == MOST || trust <= 0) {
            return;
        }
        System.arraycopy(origin, 0, rays, 7 * size, 3);
        System.arraycopy(direction, 0, rays, 7 * size + 3, 3);
        rays[7 * size + 6] = trust / (sd * sd);
        size++;
        reliability += trust;
        cameras |= 1L << (camera & 63);
    }

    /** Adds what was seen of one wrist, in the store's coordinates; {@code about} is near where it may have been. */
    void add(List<WristSighting> sightings, boolean left, Point3 about, HandParameters parameters) {
        for (WristSighting s : sightings) {
            if (s.left() == left) {
                add(s.camera(), array(s.origin()), array(s.direction()), sd(s, about), parameters.trust(s));
            }
        }
    }

    /** How far aside of its ray a wrist may be that was seen about there, standard deviation in metres. */
    static double sd(WristSighting sighting, Point3 about) {
        return Math.max(LEAST_SD_METRES, sighting.origin().distance(about) * sighting.sdRadians());
    }

    static double[] array(Point3 p) {
        return new double[] {p.x(), p.y(), p.z()};
    }

    /** Sum of the rays' trust. */
    double reliability() {
        return reliability;
    }

    int cameras() {
        return Long.bitCount(cameras);
    }

    /** Solves for the wrist, given where the body is and how far from there it may be, then widens by {@code handSd}. */
    void solve(double[] body, double[] bodySd, double handSd) {
        System.arraycopy(body, 0, mean, 0, 3);
        double[] right = new double[3];
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.fill(information, 0);
            for (int k = 0; k < 3; k++) {
                double p = 1 / (bodySd[k] * bodySd[k]);
                information[diagonal(k)] += p;
                right[k] = p * body[k];
            }
            for (int i = 0; i < size; i++) {
                accumulate(7 * i, round == 0 ? 1 : huber(7 * i), right);
            }
            double[] covariance = inverse(information);
            multiply(covariance, right, mean);
        }
        double[] covariance = inverse(information);
        for (int k = 0; k < 3; k++) {
            covariance[diagonal(k)] += handSd * handSd;
        }
        System.arraycopy(inverse(covariance), 0, information, 0, 6);
    }

    private void accumulate(int at, double factor, double[] right) {
        double w = factor * rays[at + 6];
        double dx = rays[at + 3];
        double dy = rays[at + 4];
        double dz = rays[at + 5];
        double[] m = {w * (1 - dx * dx), -w * dx * dy, -w * dx * dz, w * (1 - dy * dy), -w * dy * dz, w * (1 - dz * dz)
        };
        for (int k = 0; k < 6; k++) {
            information[k] += m[k];
        }
        right[0] += m[0] * rays[at] + m[1] * rays[at + 1] + m[2] * rays[at + 2];
        right[1] += m[1] * rays[at] + m[3] * rays[at + 1] + m[4] * rays[at + 2];
        right[2] += m[2] * rays[at] + m[4] * rays[at + 1] + m[5] * rays[at + 2];
    }

    /** Weight of a ray that misses the present mean by so and so many standard deviations. */
    private double huber(int at) {
        double x = mean[0] - rays[at];
        double y = mean[1] - rays[at + 1];
        double z = mean[2] - rays[at + 2];
        double along = x * rays[at + 3] + y * rays[at + 4] + z * rays[at + 5];
        double aside = Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along) * rays[at + 6]);
        return aside < 2 ? 1 : 4 / (aside * aside);
    }

    /** The squared Mahalanobis distance of the nearest point of a box, by coordinate descent. */
    double distance(double[] low, double[] high) {
        double[] x = new double[3];
        for (int k = 0; k < 3; k++) {
            x[k] = Math.max(low[k], Math.min(high[k], mean[k]));
        }
        for (int round = 0; round < 12; round++) {
            for (int k = 0; k < 3; k++) {
                int a = (k + 1) % 3;
                int b = (k + 2) % 3;
                double pull = at(k, a) * (x[a] - mean[a]) + at(k, b) * (x[b] - mean[b]);
                x[k] = Math.max(low[k], Math.min(high[k], mean[k] - pull / at(k, k)));
            }
        }
        return misfit(x);
    }

    /** The squared Mahalanobis distance of a point. */
    private double misfit(double[] x) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 3; j++) {
                sum += at(k, j) * (x[k] - mean[k]) * (x[j] - mean[j]);
            }
        }
        return sum;
    }

    /** Density of the wrist, or what it holds, being at a point, in a cubic metre. */
    double density(double[] x) {
        return StrictMath.exp(-misfit(x) / 2)
                * Math.sqrt(Math.max(0, determinant(information)))
                / StrictMath.pow(2 * Math.PI, 1.5);
    }

    private static double determinant(double[] m) {
        return m[0] * (m[3] * m[5] - m[4] * m[4])
                + m[1] * (m[2] * m[4] - m[1] * m[5])
                + m[2] * (m[1] * m[4] - m[2] * m[3]);
    }

    /** Standard deviation of the first coordinate. */
    double sdAlong() {
        return Math.sqrt(inverse(information)[0]);
    }

    private double at(int row, int column) {
        int r = Math.min(row, column);
        int c = Math.max(row, column);
        return information[r == 0 ? c : r == 1 ? c + 2 : 5];
    }

    private static int diagonal(int k) {
        return k == 0 ? 0 : k == 1 ? 3 : 5;
    }

    private static void multiply(double[] m, double[] v, double[] out) {
        out[0] = m[0] * v[0] + m[1] * v[1] + m[2] * v[2];
        out[1] = m[1] * v[0] + m[3] * v[1] + m[4] * v[2];
        out[2] = m[2] * v[0] + m[4] * v[1] + m[5] * v[2];
    }

    /** Inverse of a symmetric 3 x 3 matrix by cofactors. */
    static double[] inverse(double[] m) {
        double a = m[3] * m[5] - m[4] * m[4];
        double b = m[2] * m[4] - m[1] * m[5];
        double c = m[1] * m[4] - m[2] * m[3];
        double determinant = determinant(m);
        return new double[] {
            a / determinant,
            b / determinant,
            c / determinant,
            (m[0] * m[5] - m[2] * m[2]) / determinant,
            (m[1] * m[2] - m[0] * m[4]) / determinant,
            (m[0] * m[3] - m[1] * m[1]) / determinant
        };
    }
}
