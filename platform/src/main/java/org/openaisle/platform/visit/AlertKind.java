package org.openaisle.platform.visit;

import java.util.Locale;

/** What an associate is called for. */
enum AlertKind {
    /** Somebody came in without a scan. */
    UNSCANNED,
    /** More people came in on a scan than were announced. */
    PARTY_LARGER,
    /** A visit was given up, with nobody having said how it ended. */
    VISIT_LOST,
    /** A sensor is not as it should be. */
    SENSOR,
    /** A device has not been heard for a while. */
    DEVICE_SILENT;

    /** As database and interface write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
