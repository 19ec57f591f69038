package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Who holds how many of what: an immutable map from (good, holder) to a positive count, ordered by good. */
final class Contents implements Serializable {
    private static final long serialVersionUID = 1;
    static final Contents NONE = new Contents(new long[0], new int[0]);

    private final long[] keys;
    private final int[] counts;

    private Contents(long[] keys, int[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    static long key(int good, int holder) {
        return ((long) good << 32) | holder;
    }

    static int good(long key) {
        return (int) (key >>> 32);
    }

    static int holder(long key) {
        return (int) key;
    }

    int size() {
        return keys.length;
    }

    long keyAt(int i) {
        return keys[i];
    }

    int countAt(int i) {
        return counts[i];
    }

    int count(int good, int holder) {
        int i = Arrays.binarySearch(keys, key(good, holder));
        return i < 0 ? 0 : counts[i];
    }

    /** The contents after some movements; null when somebody would have to give what they do not hold. */
    @Nullable
    Contents after(List<Movement> movements) {
        Contents now = this;
        for (Movement m : movements) {
            if (m.from() != Holder.ELSEWHERE) {
                if (now.count(m.good(), m.from()) < m.units()) {
                    return null;
                }
                now = now.plus(key(m.good(), m.from()), -m.units());
            }
            if (m.to() != Holder.ELSEWHERE) {
                now = now.plus(key(m.good(), m.to()), m.units());
            }
        }
        return now;
    }

    private Contents plus(long key, int units) {
        int i = Arrays.binarySearch(keys, key);
        if (i >= 0 && counts[i] + units > 0) {
            int[] changed = counts.clone();
            changed[i] += units;
            return new Contents(keys, changed);
        }
        if (i >= 0) {
            return keep(k -> k != key);
        }
        int at = -i - 1;
        long[] k = new long[keys.length + 1];
        int[] c = new int[keys.length + 1];
        System.arraycopy(keys, 0, k, 0, at);
        System.arraycopy(counts, 0, c, 0, at);
        k[at] = key;
        c[at] = units;
        System.arraycopy(keys, at, k, at + 1, keys.length - at);
        System.arraycopy(counts, at, c, at + 1, keys.length - at);
        return new Contents(k, c);
    }

    /** Only the entries whose key passes. */
    Contents keep(LongPredicate wanted) {
        long[] k = new long[keys.length];
        int[] c = new int[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (wanted.test(keys[i])) {
                k[n] = keys[i];
                c[n++] = counts[i];
            }
        }
        return n == keys.length ? this : new Contents(Arrays.copyOf(k, n), Arrays.copyOf(c, n));
    }

    /** Both together; they must not share a good. */
    Contents with(Contents other) {
        Contents sum = this;
        for (int i = 0; i < other.keys.length; i++) {
            sum = sum.plus(other.keys[i], other.counts[i]);
        }
        return sum;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Contents c && Arrays.equals(keys, c.keys) && Arrays.equals(counts, c.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
    }
}
