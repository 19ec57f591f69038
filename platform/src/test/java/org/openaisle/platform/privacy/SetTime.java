package org.openaisle.platform.privacy;

import java.time.Instant;
import org.openaisle.platform.UtcClock;

/** A clock that stands where it was set. */
final class SetTime extends UtcClock {
    private volatile Instant now;

    SetTime(Instant now) {
        this.now = now;
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
