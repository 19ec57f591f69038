package org.openaisle.engine.tracking;

import java.io.Serializable;

/**
 * Kalman filter of one body: x, y, their velocities, and how tall it stands just now.
 *
 * <p>The velocity is an Ornstein-Uhlenbeck process, so that somebody unseen is believed to stop and stroll rather than to walk on
 * for ever (Bar-Shalom, Willett and Tian, Tracking and Data Fusion, 2011, on the Singer model). So is the height: people bend and
 * crouch before low shelves and come back to their stature, which is learned from how tall they stand.
 */
final class BodyState implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int N = 5;
    private static final double LOG_TWO_PI = 1.8378770664093453;

    private final TrackingParameters parameters;
    /** x, y, vx, vy, height as it stands now. */
    final double[] mean = new double[N];

    /** Height when upright, metres, and how uncertain that is. */
    private double stature;

    private double statureSpread;

    private final double[] p = new double[N * N];
    long t;
    /** The squared Mahalanobis distance that {@link #logLikelihood} met last. */
    transient double distance;

    private transient double[] scratch = new double[0];

    BodyState(TrackingParameters parameters, Sighting s, long t) {
        this.parameters = parameters;
        this.t = t;
        mean[0] = s.x;
        mean[1] = s.y;
        mean[4] = stature = parameters.heightMean();
        statureSpread = parameters.heightSpread();
        // A wide place; the sighting itself narrows it.
        p[0] = p[6] = square(2);
        p[12] = p[18] = square(parameters.speedSpread());
        p[24] = square(parameters.heightSpread());
        update(s);
    }

    /** Somebody whom no camera has seen, at a place that something else tells. */
    BodyState(TrackingParameters parameters, double x, double y, double spread, long t) {
        this.parameters = parameters;
        this.t = t;
        mean[0] = x;
        mean[1] = y;
        mean[4] = stature = parameters.heightMean();
        statureSpread = parameters.heightSpread();
        p[0] = p[6] = square(spread);
        p[12] = p[18] = square(parameters.speedSpread());
        p[24] = square(parameters.heightSpread());
    }

    double x() {
        return mean[0];
    }

    double y() {
        return mean[1];
    }

    double stature() {
        return stature;
    }

    double statureSpread() {
        return statureSpread;
    }

    double speed() {
        return Math.sqrt(mean[2] * mean[2] + mean[3] * mean[3]);
    }

    /** Standard deviation of the place, one axis. */
    double spread() {
        return Math.sqrt((p[0] + p[6]) / 2);
    }

    void predict(long to) {
        if (to <= t) {
            return;
        }
        double dt = (to - t) / 1000.0;
        t = to;
        double pace = parameters.pace();
        // Padé approximation of exp(-dt/pace), exact arithmetic on every machine; long gaps go in steps.
        while (dt > 0) {
            double step = Math.min(dt, 0.5);
            step(step, pace);
            dt -= step;
        }
    }

    private void step(double dt, double pace) {
        double u = dt / pace;
        double keep = (1 - u / 2 + u * u / 12) / (1 + u / 2 + u * u / 12);
        double far = pace * (1 - keep);
        for (int axis = 0; axis < 2; axis++) {
            int v = axis + 2;
            mean[axis] += far * mean[v];
            mean[v] *= keep;
        }
        double w = dt / parameters.posture();
        double stay = (1 - w / 2 + w * w / 12) / (1 + w / 2 + w * w / 12);
        mean[4] = stature + stay * (mean[4] - stature);
        // F P F': rows, then columns.
        for (int j = 0; j < N; j++) {
            p[4 * N + j] *= stay;
            p[j] += far * p[2 * N + j];
            p[N + j] += far * p[3 * N + j];
            p[2 * N + j] *= keep;
            p[3 * N + j] *= keep;
        }
        for (int i = 0; i < N; i++) {
            p[i * N + 4] *= stay;
            p[i * N] += far * p[i * N + 2];
            p[i * N + 1] += far * p[i * N + 3];
            p[i * N + 2] *= keep;
            p[i * N + 3] *= keep;
        }
        double q = parameters.acceleration();
        double place = q * dt * dt * dt / 3;
        double both = q * dt * dt / 2;
        double speed = q * dt;
        for (int axis = 0; axis < 2; axis++) {
            int v = axis + 2;
            p[axis * N + axis] += place;
            p[axis * N + v] += both;
            p[v * N + axis] += both;
            p[v * N + v] += speed;
        }
        double resting = square(parameters.postureSpread()) + square(statureSpread);
        p[4 * N + 4] += (1 - stay * stay) * resting;
        double widest = square(parameters.widestSpread());
        double most = Math.max(p[0], p[6]);
        if (most > widest) {
            double shrink = Math.sqrt(widest / most);
            for (int i = 0; i < N; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    p[axis * N + i] *= shrink;
                    p[i * N + axis] *= shrink;
                }
            }
        }
    }

    /** The logarithm of the density, over place and height, of seeing the sighting. Predict first. */
    double logLikelihood(Sighting s) {
        double[] w = innovation(s);
        // w: 0..5 Cholesky factor of S (xx, yx, yy, hx, hy, hh), 6..8 innovation.
        double a = w[6] / w[0];
        double b = (w[7] - w[1] * a) / w[2];
        double c = (w[8] - w[3] * a - w[4] * b) / w[5];
        distance = a * a + b * b + c * c;
        return -0.5 * distance - StrictMath.log(w[0] * w[2] * w[5]) - 1.5 * LOG_TWO_PI + s.logDeterminant;
    }

    void update(Sighting s) {
        double[] w = innovation(s);
        double before = p[24];
        double[] r = s.root;
        // Gain by columns of P R': for each state, row vector g of 3, then solve with S.
        double y0 = w[6];
        double y1 = w[7];
        double y2 = w[8];
        double[] g = new double[3 * N];
        for (int i = 0; i < N; i++) {
            double px = p[i * N];
            double py = p[i * N + 1];
            double ph = p[i * N + 4];
            double c0 = px * r[0] + py * r[1] + ph * r[2];
            double c1 = py * r[3] + ph * r[4];
            double c2 = ph * r[5];
            // z = L^-1 c, kept: P -= z z' over states, gain applied with L^-1 y.
            double z0 = c0 / w[0];
            double z1 = (c1 - w[1] * z0) / w[2];
            double z2 = (c2 - w[3] * z0 - w[4] * z1) / w[5];
            g[3 * i] = z0;
            g[3 * i + 1] = z1;
            g[3 * i + 2] = z2;
        }
        double a = y0 / w[0];
        double b = (y1 - w[1] * a) / w[2];
        double c = (y2 - w[3] * a - w[4] * b) / w[5];
        for (int i = 0; i < N; i++) {
            mean[i] += g[3 * i] * a + g[3 * i + 1] * b + g[3 * i + 2] * c;
            for (int j = 0; j < N; j++) {
                p[i * N + j] -= g[3 * i] * g[3 * j] + g[3 * i + 1] * g[3 * j + 1] + g[3 * i + 2] * g[3 * j + 2];
            }
        }
        // One who stands taller than thought is taller; one who stands lower may be bending.
        double told = 1 - p[24] / before;
        double off = mean[4] - stature;
        double gain = told * square(statureSpread) / (square(statureSpread) + square(parameters.postureSpread()));
        stature += (off > 0 ? gain : 0.3 * gain) * off;
        statureSpread = Math.max(parameters.leastStatureSpread(), statureSpread * Math.sqrt(1 - 0.3 * gain));
    }

    private double[] innovation(Sighting s) {
        if (scratch == null || scratch.length == 0) {
            scratch = new double[9];
        }
        double[] w = scratch;
        double[] r = s.root;
        double xx = p[0];
        double xy = p[1];
        double xh = p[4];
        double yy = p[6];
        double yh = p[9];
        double hh = p[24];
        double jitter = parameters.clockJitter() * parameters.clockJitter();
        double common = square(parameters.commonSpread());
        xx += common + jitter * mean[2] * mean[2];
        yy += common + jitter * mean[3] * mean[3];
        xy += jitter * mean[2] * mean[3];
        // A = R P3 (rows), S = A R' + I.
        double a00 = r[0] * xx + r[1] * xy + r[2] * xh;
        double a01 = r[0] * xy + r[1] * yy + r[2] * yh;
        double a02 = r[0] * xh + r[1] * yh + r[2] * hh;
        double a11 = r[3] * yy + r[4] * yh;
        double a12 = r[3] * yh + r[4] * hh;
        double a22 = r[5] * hh;
        double s00 = a00 * r[0] + a01 * r[1] + a02 * r[2] + 1;
        double s10 = a01 * r[3] + a02 * r[4];
        double s20 = a02 * r[5];
        double s11 = a11 * r[3] + a12 * r[4] + 1;
        double s21 = a12 * r[5];
        double s22 = a22 * r[5] + 1;
        w[0] = Math.sqrt(s00);
        w[1] = s10 / w[0];
        w[2] = Math.sqrt(Math.max(1e-9, s11 - w[1] * w[1]));
        w[3] = s20 / w[0];
        w[4] = (s21 - w[3] * w[1]) / w[2];
        w[5] = Math.sqrt(Math.max(1e-9, s22 - w[3] * w[3] - w[4] * w[4]));
        w[6] = s.right[0] - (r[0] * mean[0] + r[1] * mean[1] + r[2] * mean[4]);
        w[7] = s.right[1] - (r[3] * mean[1] + r[4] * mean[4]);
        w[8] = s.right[2] - r[5] * mean[4];
        return w;
    }

    private static double square(double v) {
        return v * v;
    }
}
