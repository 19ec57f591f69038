package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the descriptors of one person are, and those of different people: learned while watching, since a descriptor's
 * numbers have no unit. Two covariances, within people and over everybody, make two hypotheses for a likelihood ratio (the
 * two-covariance model of speaker recognition: N. Brümmer and E. de Villiers, "The speaker partitioning problem", Odyssey 2010). How many
 * independent numbers a descriptor has is told by how much its squared distance scatters (a chi-square of k degrees of freedom
 * has mean k and variance 2k).
 */
final class AppearanceScale implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double MEMORY = 20_000;
    private static final int FIRST = 30;
    private static final int EVERY = 500;
    /** Different people differ at least by so much more than one does from time to time. */
    private static final double LEAST_DIFFERENCE = 1.05;
    /** What the means of two stretches of one person differ by, since views and light differ; in variances within people. */
    private static final double STRETCHES = 0.3;

    private static final double TINT_MEMORY = 2000;
    /** So many detections a camera is believed to be like the others. */
    private static final double TINT_DOUBT = 50;

    private final double worst;
    private final double best;
    private int size;
    private double[] mean = new double[0];
    private double[] off = new double[0];
    private double seen;
    private @Nullable Scatter within;
    private @Nullable Scatter everybody;
    private long learned;
    private long settleAt = FIRST;
    private boolean ready;
    private double distance;
    private double distanceSquare;
    private long measured;
    /** Little is believed until it is measured. */
    private double independence = 0.2;

    private double difference;
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

    void see(float[] descriptor) {
        if (descriptor.length == 0) {
            return;
        }
        if (size != descriptor.length) {
            begin(descriptor.length);
        }
        Scatter all = everybody;
        if (all == null) {
            return;
        }
        seen = Math.min(MEMORY, seen + 1);
        double share = 1 / seen;
        for (int i = 0; i < size; i++) {
            off[i] = descriptor[i] - mean[i];
            mean[i] += share * off[i];
        }
        all.add(off, 1 - share);
    }

    private void begin(int length) {
        size = length;
        mean = new double[size];
        off = new double[size];
        within = new Scatter(size, MEMORY);
        everybody = new Scatter(size, MEMORY);
        seen = learned = 0;
        settleAt = Math.max(FIRST, 2L * size);
        measured = 0;
        ready = false;
        distance = distanceSquare = 0;
    }

    /** A detection that surely is this person's. */
    void learn(int camera, Appearance person, float[] descriptor) {
        Scatter own = within;
        Scatter all = everybody;
        if (own == null || all == null || descriptor.length != size || person.mean.length != size || person.count < 5) {
            return;
        }
        tint(camera, person, descriptor);
        double fresh = person.count / (person.count + 1);
        for (int i = 0; i < size; i++) {
            off[i] = descriptor[i] - person.mean[i];
        }
        own.add(off, fresh);
        learned++;
        if (ready) {
            double d = own.distance(off) * fresh / size;
            measured++;
            double share = Math.max(1e-3, 1.0 / measured);
            distance += share * (d - distance);
            distanceSquare += share * (d * d - distanceSquare);
        }
        if (learned == settleAt) {
            settleAt += learned < EVERY ? learned : EVERY;
            // Both as if from as few samples, or the poorer one would be the wider one.
            own.settle(own.count(), 1);
            all.settle(own.count(), LEAST_DIFFERENCE);
            difference = Math.max(0.05, own.ratio(all) / size - 1);
            ready = true;
        }
        if (measured > FIRST) {
            double variance = Math.max(1e-9, distanceSquare - distance * distance);
            independence = Math.min(1, 2 * distance * distance / variance / size);
        }
    }

    /** The camera saw this person, surely, with this descriptor: what is left over is the camera's. */
    private void tint(int camera, Appearance person, float[] untinted) {
        double[] own = tint[camera];
        if (own == null || own.length != size) {
            own = new double[size];
            tint[camera] = own;
            tintCount[camera] = 0;
        }
        tintCount[camera] = Math.min(TINT_MEMORY, tintCount[camera] + 1);
        double share = 1 / (tintCount[camera] + TINT_DOUBT);
        for (int i = 0; i < size; i++) {
            own[i] += share * (untinted[i] - person.mean[i]);
        }
    }

    /** The logarithm of how much likelier the descriptor is of this person than of anybody. */
    double evidence(Appearance person, float[] descriptor) {
        Scatter own = within;
        Scatter all = everybody;
        if (!ready || own == null || all == null || descriptor.length != size || person.mean.length != size) {
            return 0;
        }
        // Where sightings scatter more than the covariance says, the covariance is too narrow.
        double wide = Math.max(1, distance) * (1 + 1 / Math.max(1, person.count));
        for (int i = 0; i < size; i++) {
            off[i] = descriptor[i] - person.mean[i];
        }
        double same = own.distance(off) / wide + own.logDeterminant() + size * StrictMath.log(wide);
        for (int i = 0; i < size; i++) {
            off[i] = descriptor[i] - mean[i];
        }
        double other = all.distance(off) + all.logDeterminant();
        return Math.max(worst, Math.min(best, 0.5 * independence * (other - same)));
    }

    /** The same between two people, one of whom may be the other's continuation. */
    double evidence(Appearance person, Appearance other) {
        Scatter own = within;
        if (!ready || own == null || person.mean.length != size || other.mean.length != size) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            off[i] = person.mean[i] - other.mean[i];
        }
        double apart = own.distance(off);
        double same =
                Math.max(1, distance) * (STRETCHES + 1 / Math.max(1, person.count) + 1 / Math.max(1, other.count));
        double different = same + 2 * difference;
        return 0.5 * independence * (apart / different - apart / same + size * StrictMath.log(different / same));
    }
}
