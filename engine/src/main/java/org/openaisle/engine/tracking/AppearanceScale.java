package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the descriptors of one person are, and those of different people: learned while watching, since a descriptor's
 * numbers have no unit. Per number a variance within people and one over everybody; and how many of the numbers
 * are independent, from how much the squared distance itself scatters (a chi-square of k degrees of freedom has mean k, variance 2k).
 */
final class AppearanceScale implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double MEMORY = 20_000;
    private static final double LEAST_PEOPLE_SHARE = 1.05;
    private static final double TINT_MEMORY = 2000;
    /** So many detections a camera is believed to be like the others. */
    private static final double TINT_DOUBT = 50;

    private final double worst;
    private final double best;
    private double[] mean = new double[0];
    private double[] total = new double[0];
    private double[] within = new double[0];
    private double seen;
    private double pairs;
    private double distance;
    private double distanceSquare;
    /** By camera: how its colours differ from the others', and how many detections taught it. */
    private final double[] @Nullable [] tint;

    private final double[] tintCount;

    AppearanceScale(TrackingParameters parameters, int cameras) {
        worst = parameters.appearanceWorst();
        best = parameters.appearanceBest();
        tint = new double[cameras][];
        tintCount = new double[cameras];
    }

    /** The descriptor as an average camera would have it. */
    float[] untinted(int camera, float[] descriptor) {
        double[] own = tint[camera];
        if (own == null || own.length != descriptor.length) {
            return descriptor;
        }
        float[] out = new float[descriptor.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (descriptor[i] - own[i]);
        }
        return out;
    }

    /** The camera saw this person, surely, with this untinted descriptor: what is left over is the camera's. */
    private void tint(int camera, Appearance person, float[] untinted) {
        if (tint[camera] == null || tint[camera].length != untinted.length) {
            tint[camera] = new double[untinted.length];
            tintCount[camera] = 0;
        }
        tintCount[camera] = Math.min(TINT_MEMORY, tintCount[camera] + 1);
        double share = 1 / (tintCount[camera] + TINT_DOUBT);
        double[] own = tint[camera];
        for (int i = 0; i < own.length; i++) {
            own[i] += share * (untinted[i] - person.mean[i]);
        }
    }

    void see(float[] descriptor) {
        if (descriptor.length == 0) {
            return;
        }
        if (mean.length != descriptor.length) {
            mean = new double[descriptor.length];
            total = new double[descriptor.length];
            within = new double[descriptor.length];
            seen = pairs = distance = distanceSquare = 0;
        }
        seen = Math.min(MEMORY, seen + 1);
        double share = 1 / seen;
        for (int i = 0; i < mean.length; i++) {
            double off = descriptor[i] - mean[i];
            mean[i] += share * off;
            total[i] += share * (off * (descriptor[i] - mean[i]) - total[i]);
        }
    }

    /** A detection that surely is this person's. */
    void learn(int camera, Appearance person, float[] descriptor) {
        if (descriptor.length == 0 || person.mean.length != descriptor.length || person.count < 5) {
            return;
        }
        tint(camera, person, descriptor);
        pairs = Math.min(MEMORY, pairs + 1);
        double share = 1 / pairs;
        double sum = 0;
        double fresh = person.count / (person.count + 1);
        for (int i = 0; i < descriptor.length; i++) {
            double off = descriptor[i] - person.mean[i];
            double square = off * off * fresh;
            within[i] += share * (square - within[i]);
            sum += square / Math.max(1e-12, within[i]);
        }
        sum /= descriptor.length;
        distance += share * (sum - distance);
        distanceSquare += share * (sum * sum - distanceSquare);
    }

    /** The logarithm of how much likelier the descriptor is of this person than of anybody. */
    double evidence(Appearance person, float[] descriptor) {
        if (pairs < 30 || descriptor.length == 0 || person.mean.length != descriptor.length || person.count < 1) {
            return 0;
        }
        double sum = 0;
        double ratio = 1;
        for (int i = 0; i < descriptor.length; i++) {
            double inner = within[i] * (1 + 1 / person.count) + 1e-12;
            double outer = Math.max(total[i], within[i] * LEAST_PEOPLE_SHARE) + 1e-12;
            double a = descriptor[i] - person.mean[i];
            double b = descriptor[i] - mean[i];
            sum += b * b / outer - a * a / inner;
            ratio *= outer / inner;
            if (ratio > 1e100) {
                sum += StrictMath.log(ratio);
                ratio = 1;
            }
        }
        sum += StrictMath.log(ratio);
        return Math.max(worst, Math.min(best, 0.5 * sum * independence()));
    }

    /** The same between two people, one of whom may be the other's continuation. */
    double evidence(Appearance person, Appearance other) {
        int n = person.mean.length;
        if (pairs < 30 || n == 0 || other.mean.length != n || person.count < 1 || other.count < 1) {
            return 0;
        }
        double sum = 0;
        double ratio = 1;
        for (int i = 0; i < n; i++) {
            // What the means of two stretches of the same person differ by does not average out: views and light differ.
            double inner = within[i] * (0.3 + 1 / person.count + 1 / other.count) + 1e-12;
            double outer = Math.max(total[i] - within[i], 0.05 * within[i]) * 2 + inner;
            double a = other.mean[i] - person.mean[i];
            sum += a * a / outer - a * a / inner;
            ratio *= outer / inner;
            if (ratio > 1e100) {
                sum += StrictMath.log(ratio);
                ratio = 1;
            }
        }
        sum += StrictMath.log(ratio);
        return 0.5 * sum * independence();
    }

    private double independence() {
        double variance = distanceSquare - distance * distance;
        double degrees = 2 * distance * distance / Math.max(1e-9, variance);
        return Math.min(1, degrees / within.length);
    }
}
