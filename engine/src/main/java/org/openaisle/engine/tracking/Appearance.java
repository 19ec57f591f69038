package org.openaisle.engine.tracking;

import java.io.Serializable;

/** How one person looks: a running mean of the descriptors of their detections. */
final class Appearance implements Serializable {
    private static final long serialVersionUID = 1;
    /** Beyond so many the mean follows, because light and view change over a store. */
    private static final double LONGEST = 200;

    double[] mean = new double[0];
    double count;

    void learn(float[] seen, double weight) {
        if (seen.length == 0) {
            return;
        }
        if (mean.length != seen.length) {
            mean = new double[seen.length];
            count = 0;
        }
        count = Math.min(LONGEST, count + weight);
        double share = weight / count;
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (seen[i] - mean[i]);
        }
    }

    /** Takes over what another one knows, both being the same person. */
    void join(Appearance other) {
        if (mean.length != other.mean.length || count == 0) {
            mean = other.mean.clone();
            count = other.count;
            return;
        }
        double share = other.count / Math.max(1e-9, count + other.count);
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (other.mean[i] - mean[i]);
        }
        count = Math.min(LONGEST, count + other.count);
    }
}
