package org.openaisle.platform.purpose;

import java.time.Duration;

/**
 * How long a field is kept.
 *
 * @param period from the anchor on; zero: it goes at the anchor
 * @param anchor what the time runs from: a column of the same table, or in words what ends it
 */
public record Retention(Duration period, String anchor) {
    public Retention {
        if (period.isNegative()) {
            throw new IllegalArgumentException("a period of retention must not be negative, is " + period);
        }
        if (anchor.isBlank()) {
            throw new IllegalArgumentException("a period of retention needs something to run from");
        }
    }

    /** So many days from the anchor on. */
    public static Retention days(int days, String anchor) {
        return new Retention(Duration.ofDays(days), anchor);
    }

    /** Until the anchor. */
    public static Retention until(String anchor) {
        return new Retention(Duration.ZERO, anchor);
    }
}
