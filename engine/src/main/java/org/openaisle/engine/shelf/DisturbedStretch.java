package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.Arrays;

/** The samples of a disturbed stretch, the newest few thousand of them, to find out when in it the weight moved. */
final class DisturbedStretch implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST = 4096;

    private long[] times = new long[64];
    private float[] grams = new float[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long t, double value) {
        if (size == MOST) {
            System.arraycopy(times, MOST / 2, times, 0, MOST / 2);
            System.arraycopy(grams, MOST / 2, grams, 0, MOST / 2);
            size = MOST / 2;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            grams = Arrays.copyOf(grams, 2 * size);
        }
        times[size] = t;
        grams[size++] = (float) value;
    }

    /** When the weight went past {@code share} of the way from one level to the other and did not come back to the level before. */
    long firstPast(double before, double after, double share, long otherwise) {
        int last = size;
        for (int i = size - 1; i >= 0; i--) {
            double way = (grams[i] - before) / (after - before);
            if (way < share / 2) {
                break;
            }
            if (way >= share) {
                last = i;
            }
        }
        return last < size ? times[last] : otherwise;
    }

    /** Whether the weight was at the new level at once, without a sample on the way there. */
    boolean jumped(double before, double after) {
        for (int i = 0; i < size; i++) {
            double way = (grams[i] - before) / (after - before);
            if (way < 0.92 || way > 1.08) {
                return false;
            }
        }
        return true;
    }

    /** When the weight was last short of {@code share} of the way. */
    long lastBefore(double before, double after, double share, long otherwise) {
        for (int i = size - 1; i >= 0; i--) {
            if ((grams[i] - before) / (after - before) < share) {
                return times[i];
            }
        }
        return otherwise;
    }
}
