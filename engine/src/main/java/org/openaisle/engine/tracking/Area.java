package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.openaisle.model.Polygon;

/** A polygon as two arrays, asked thousands of times a second. */
final class Area implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] x;
    private final double[] y;

    Area(Polygon polygon) {
        int n = polygon.corners().size();
        x = new double[n];
        y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = polygon.corners().get(i).x();
            y[i] = polygon.corners().get(i).y();
        }
    }

    boolean contains(double px, double py) {
        boolean odd = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[j] > py != y[i] > py && px < (x[i] - x[j]) * (py - y[j]) / (y[i] - y[j]) + x[j]) {
                odd = !odd;
            }
        }
        return odd;
    }

    /** Distance to the outline, metres; negative outside. */
    double depth(double px, double py) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            double ax = x[i] - x[j];
            double ay = y[i] - y[j];
            double square = ax * ax + ay * ay;
            double share = square == 0 ? 0 : ((px - x[j]) * ax + (py - y[j]) * ay) / square;
            share = Math.max(0, Math.min(1, share));
            double dx = px - x[j] - share * ax;
            double dy = py - y[j] - share * ay;
            best = Math.min(best, dx * dx + dy * dy);
        }
        return contains(px, py) ? Math.sqrt(best) : -Math.sqrt(best);
    }
}
