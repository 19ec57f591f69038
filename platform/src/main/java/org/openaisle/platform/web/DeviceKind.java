package org.openaisle.platform.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of machine a store has. */
public enum DeviceKind {
    STORE_NODE,
    GATE,
    KIOSK;

    /** As the database and the interface write it. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
