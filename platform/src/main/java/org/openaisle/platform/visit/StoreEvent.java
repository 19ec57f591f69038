package org.openaisle.platform.visit;

import java.time.Instant;

/**
 * One event as it was told.
 *
 * @param sequence the number that the source gave it; it grows by one or more from event to event
 * @param time when it happened
 */
record StoreEvent(String source, String id, long sequence, Instant time, EventType type, Told told) {
    /** What makes it the same when it is sent again. */
    record Key(String source, String id) {}

    Key key() {
        return new Key(source, id);
    }

    /** Where it stands among what is told of the same thing. */
    Moment moment() {
        return new Moment(time, sequence, id);
    }
}
