package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The samples of a disturbed stretch, the newest few thousand of them, to find out when in it the weight moved. */
final class DisturbedStretch implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST = 4096;
    private static final long STAYS_MILLIS = 200;
    private static final long REST_MILLIS = 250;
    private static final double REST_SHARE = 0.02;
    private static final double REST_NOISES = 2;

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

    /**
     * When the weight went past {@code share} of the way from one level to the other, to stay there for a while: a hand that presses
     * on the plate later may bring it back for a moment.
     */
    long firstPast(double before, double after, double share, long otherwise) {
        int since = -1;
        for (int i = 0; i < size; i++) {
            double way = (grams[i] - before) / (after - before);
            if (way < share) {
                since = -1;
            } else if (since < 0) {
                since = i;
            }
            if (since >= 0 && (i == size - 1 || times[i] - times[since] >= STAYS_MILLIS)) {
                return times[since];
            }
        }
        return otherwise;
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

    /** Where the weight stood nearly still between two moments, in their order; ringing and a hand's weight are allowed for. */
    List<Rest> rests(double before, double after, double noise, long since, long until) {
        double loose = Math.max(REST_NOISES * noise, REST_SHARE * Math.abs(after - before));
        List<Rest> rests = new ArrayList<>();
        int end = 0;
        double calmest = loose;
        int seed = -1;
        int seedEnd = -1;
        for (int i = 0; i < size && times[i] < until; i++) {
            while (end < size && times[end] - times[i] < REST_MILLIS) {
                end++;
            }
            double spread =
                    end == size || times[i] < since || times[end] > until ? Double.POSITIVE_INFINITY : spread(i, end);
            if (spread < calmest) {
                calmest = spread;
                seed = i;
                seedEnd = end;
            }
            if (seed >= 0 && (spread > loose || i >= seedEnd)) {
                rests.add(rest(seed, seedEnd, before, loose));
                calmest = loose;
                seed = -1;
            }
        }
        return rests;
    }

    /** The stillest window, and what around it stays near its level. */
    private Rest rest(int seed, int seedEnd, double before, double loose) {
        double level = mean(seed, seedEnd);
        int from = seed;
        while (from > 0 && Math.abs(grams[from - 1] - level) < 2 * loose) {
            from--;
        }
        int to = seedEnd - 1;
        while (to < size - 1 && Math.abs(grams[to + 1] - level) < 2 * loose) {
            to++;
        }
        return new Rest(times[from], times[to], level - before, spread(seed, seedEnd));
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += grams[i];
        }
        return sum / (to - from);
    }

    private double spread(int from, int to) {
        double mean = mean(from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (grams[i] - mean) * (grams[i] - mean);
        }
        return Math.sqrt(sum / Math.max(1, to - from - 1));
    }

    /** How far it went from a level, by medians of three since one sample may be wild, and when it was a quarter so far. */
    Swing swing(double before) {
        double high = 0;
        double low = 0;
        for (int i = 0; i + 3 <= size; i++) {
            double median = median(grams[i], grams[i + 1], grams[i + 2]) - before;
            high = Math.max(high, median);
            low = Math.min(low, median);
        }
        int first = 0;
        int last = size - 1;
        double away = Math.max(high, -low) / 4;
        while (first < last && Math.abs(grams[first] - before) < away) {
            first++;
        }
        while (last > first && Math.abs(grams[last] - before) < away) {
            last--;
        }
        return size == 0 ? Swing.NONE : new Swing(high, low, times[first], times[last]);
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
