package org.openaisle.platform.visit;

import java.util.Locale;

/** Why a visit was given up. */
enum AbandonedWhy {
    /** The store tells of others, and not of this one any more. */
    LOST_TRACK,
    /** The store has closed. */
    CLOSING_TIME,
    /** The store tells nothing at all. */
    OUTAGE;

    /** As database and interface write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AbandonedWhy of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
