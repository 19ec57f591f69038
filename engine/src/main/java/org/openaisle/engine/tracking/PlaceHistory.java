package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.Arrays;

/** Where somebody was during the last minute: a ring of places in the order of time. */
final class PlaceHistory implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NUMBERS = 5;

    private long[] times = new long[32];
    private double[] places = new double[32 * NUMBERS];
    private int first;
    private int size;

    int size() {
        return size;
    }

    long lastTime() {
        return size == 0 ? Long.MIN_VALUE : times[slot(size - 1)];
    }

    void add(long t, BodyState body) {
        while (size > 0 && times[first] < t - Track.MEMORY_MILLIS) {
            first = (first + 1) % times.length;
            size--;
        }
        if (size == times.length) {
            grow();
        }
        int slot = slot(size);
        times[slot] = t;
        double[] m = body.mean;
        int at = slot * NUMBERS;
        places[at] = m[0];
        places[at + 1] = m[1];
        places[at + 2] = m[2];
        places[at + 3] = m[3];
        places[at + 4] = body.spread();
        size++;
    }

    private void grow() {
        long[] moreTimes = new long[2 * times.length];
        double[] morePlaces = new double[2 * places.length];
        for (int i = 0; i < size; i++) {
            moreTimes[i] = times[slot(i)];
            System.arraycopy(places, slot(i) * NUMBERS, morePlaces, i * NUMBERS, NUMBERS);
        }
        times = moreTimes;
        places = morePlaces;
        first = 0;
    }

    private int slot(int i) {
        return (first + i) % times.length;
    }

    /** The x, y and spread at {@code t} into {@code out}; false when that was before anything remembered, or after it. */
    boolean at(long t, double[] out) {
        if (size == 0 || t < times[first] || t > lastTime()) {
            return false;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[slot(middle)] <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int a = slot(low) * NUMBERS;
        int b = slot(Math.min(size - 1, low + 1)) * NUMBERS;
        double span = times[slot(Math.min(size - 1, low + 1))] - times[slot(low)];
        double share = span <= 0 ? 0 : (t - times[slot(low)]) / span;
        out[0] = places[a] + share * (places[b] - places[a]);
        out[1] = places[a + 1] + share * (places[b + 1] - places[a + 1]);
        out[2] = places[a + 4] + share * (places[b + 4] - places[a + 4]);
        return true;
    }

    /** Everything from {@code t} on is forgotten. */
    void cut(long t) {
        while (size > 0 && lastTime() >= t) {
            size--;
        }
    }

    /** Goes on as {@code other} does after the end of this. */
    void append(PlaceHistory other) {
        for (int i = 0; i < other.size; i++) {
            int from = other.slot(i);
            if (other.times[from] <= lastTime()) {
                continue;
            }
            if (size == times.length) {
                grow();
            }
            int slot = slot(size);
            times[slot] = other.times[from];
            System.arraycopy(other.places, from * NUMBERS, places, slot * NUMBERS, NUMBERS);
            size++;
        }
    }

    long firstTime() {
        return size == 0 ? Long.MAX_VALUE : times[first];
    }

    @Override
    public String toString() {
        return "PlaceHistory" + Arrays.toString(new long[] {firstTime(), lastTime()});
    }
}
