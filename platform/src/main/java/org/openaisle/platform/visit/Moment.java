package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.Comparator;

/** An event's place in the order of events: its own time, then its number. When it arrived counts for nothing. */
record Moment(Instant time, long sequence, String eventId) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::time)
            .thenComparingLong(Moment::sequence)
            .thenComparing(Moment::eventId);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
