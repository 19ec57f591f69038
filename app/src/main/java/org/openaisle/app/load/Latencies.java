package org.openaisle.app.load;

import java.util.Arrays;

/** How long requests took, from the moment at which they were due, so that one that waits behind another counts that too. */
public final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;

    synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    public synchronized int count() {
        return count;
    }

    /** Milliseconds that a share of the requests took at most; infinite when there were none. */
    public synchronized double millis(double share) {
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
