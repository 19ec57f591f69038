package org.openaisle.engine.tracking;

import java.io.Serializable;

/** A running covariance matrix and, now and then, its Cholesky factor: distances in units of their own standard deviation. */
final class Scatter implements Serializable {
    private static final long serialVersionUID = 1;
    /** Share of the average variance that is added to the diagonal, against directions not seen yet. */
    private static final double RIDGE = 0.05;

    private final int size;
    private final double memory;
    private final double[] sum;
    private final double[] factor;
    private final double[] scratch;
    private double count;
    private double logDeterminant;

    Scatter(int size, double memory) {
        this.size = size;
        this.memory = memory;
        sum = new double[size * size];
        factor = new double[size * size];
        scratch = new double[size];
    }

    double count() {
        return count;
    }

    void add(double[] off, double weight) {
        count = Math.min(memory, count + 1);
        double share = 1 / count;
        for (int i = 0; i < size; i++) {
            double a = weight * off[i];
            int row = i * size;
            for (int j = 0; j <= i; j++) {
                sum[row + j] += share * (a * off[j] - sum[row + j]);
            }
        }
    }

    /** Makes the factor of what has been added so far, as far as {@code samples} samples can tell; {@code scale} widens it. */
    void settle(double samples, double scale) {
        double average = 1e-12;
        for (int i = 0; i < size; i++) {
            average += sum[i * size + i] / size;
        }
        // With few samples the matrix is drawn towards its diagonal, with one towards a sphere.
        double few = size / (size + samples);
        double log = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = scale * sum[i * size + j] * (i == j ? 1 : 1 - few);
                if (i == j) {
                    value += scale * (RIDGE + few) * average;
                }
                for (int k = 0; k < j; k++) {
                    value -= factor[i * size + k] * factor[j * size + k];
                }
                factor[i * size + j] =
                        i == j ? Math.sqrt(Math.max(1e-6 * average, value)) : value / factor[j * size + j];
            }
            log += 2 * StrictMath.log(factor[i * size + i]);
        }
        logDeterminant = log;
    }

    double logDeterminant() {
        return logDeterminant;
    }

    /** The squared Mahalanobis distance of {@code off} from nothing. */
    double distance(double[] off) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            double value = off[i];
            int row = i * size;
            for (int k = 0; k < i; k++) {
                value -= factor[row + k] * scratch[k];
            }
            value /= factor[row + i];
            scratch[i] = value;
            total += value * value;
        }
        return total;
    }

    /** The trace of this one's inverse times the other's matrix, by its factor. */
    double ratio(Scatter other) {
        double total = 0;
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                column[i] = i < j ? 0 : other.factor[i * size + j];
            }
            total += distance(column);
        }
        return total;
    }
}
