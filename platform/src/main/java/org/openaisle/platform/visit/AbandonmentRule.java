package org.openaisle.platform.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.catalog.StoreSettings;

/**
 * When a retailer gives a visit up, and what is charged then.
 *
 * @param lostTrack so long does the store tell of others and not of this visit
 * @param outage so long has the store not been heard at all
 * @param silent so long may a device not be heard before somebody is called
 * @param closing when the store closes, by its own clock; null: never
 * @param undoubted probability from which on a line of the last cart is charged
 */
record AbandonmentRule(
        Duration lostTrack,
        Duration outage,
        Duration silent,
        @Nullable LocalTime closing,
        double undoubted) {
    /** Who is still inside when the store closes has so long to go. */
    static final Duration TO_GO = Duration.ofMinutes(15);

    AbandonmentRule {
        if (!lostTrack.isPositive() || !outage.isPositive() || !silent.isPositive()) {
            throw new IllegalArgumentException("times after which a visit is given up must be positive");
        }
        if (!(undoubted > 0.5 && undoubted <= 1)) {
            throw new IllegalArgumentException("a line is beyond doubt from more than 0.5 to 1 on, not " + undoubted);
        }
    }

    /** As the retailer has set it. */
    static AbandonmentRule of(StoreSettings settings) {
        return new AbandonmentRule(
                settings.lostTrackAfter(),
                settings.outageAfter(),
                settings.silentAfter(),
                settings.closingTime(),
                settings.undoubted());
    }

    /**
     * How far a store has come.
     *
     * @param told the latest time that it has told of, and {@code heard} when that was by our clock
     */
    record StoreTime(Instant told, Instant heard, ZoneId zone) {
        /** The time in the store, going on from when it was heard. */
        Instant at(Instant now) {
            return told.plus(Duration.between(heard, now));
        }
    }

    /** Why a visit is to be given up now, if it is. */
    Optional<AbandonedWhy> why(Instant lastEventAt, StoreTime store, Instant now) {
        if (closedSince(lastEventAt, store, now)) {
            return Optional.of(AbandonedWhy.CLOSING_TIME);
        }
        if (reached(lostTrack, lastEventAt, store.told)) {
            return Optional.of(AbandonedWhy.LOST_TRACK);
        }
        return reached(outage, store.heard, now) ? Optional.of(AbandonedWhy.OUTAGE) : Optional.empty();
    }

    private boolean closedSince(Instant lastEventAt, StoreTime store, Instant now) {
        if (closing == null) {
            return false;
        }
        ZonedDateTime last = lastEventAt.atZone(store.zone);
        ZonedDateTime closes = last.with(closing);
        if (!closes.isAfter(last)) {
            closes = last.plusDays(1).with(closing);
        }
        return reached(TO_GO, closes.toInstant(), store.at(now));
    }

    private static boolean reached(Duration limit, Instant from, Instant to) {
        return Duration.between(from, to).compareTo(limit) >= 0;
    }
}
