package org.openaisle.platform.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price and when it holds.
 *
 * @param amountMinor of one unit, tax included, in the currency's minor unit
 * @param from inclusive
 * @param until exclusive; null: until further notice
 */
record PriceSpan(long amountMinor, Instant from, @Nullable Instant until) {
    PriceSpan {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a price must end after it begins");
        }
        if (amountMinor < 0) {
            throw new IllegalArgumentException("a price must not be negative, is " + amountMinor);
        }
    }

    boolean overlaps(PriceSpan other) {
        return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    private boolean beginsBeforeEndOf(PriceSpan other) {
        return other.until == null || from.isBefore(other.until);
    }
}
