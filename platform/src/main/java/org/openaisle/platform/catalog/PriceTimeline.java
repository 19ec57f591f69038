package org.openaisle.platform.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of one product at one place in one currency: at any time one at most. */
final class PriceTimeline {
    private PriceTimeline() {}

    /**
     * Puts a price over others: in its time it alone holds, outside of it everything stays. What it cuts into two stays as two; doing it
     * twice is doing it once.
     *
     * @param spans that do not overlap
     * @return by their beginning
     */
    static List<PriceSpan> put(List<PriceSpan> spans, PriceSpan over) {
        List<PriceSpan> result = new ArrayList<>();
        for (PriceSpan span : spans) {
            if (!span.overlaps(over)) {
                result.add(span);
                continue;
            }
            add(result, span.amountMinor(), span.from(), over.from());
            if (over.until() != null) {
                add(result, span.amountMinor(), over.until(), span.until());
            }
        }
        result.add(over);
        result.sort(Comparator.comparing(PriceSpan::from));
        return result;
    }

    /** Unless nothing is left of it. */
    private static void add(List<PriceSpan> spans, long amount, Instant from, @Nullable Instant until) {
        if (until == null || from.isBefore(until)) {
            spans.add(new PriceSpan(amount, from, until));
        }
    }
}
