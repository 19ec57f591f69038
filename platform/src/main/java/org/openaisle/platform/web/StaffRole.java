package org.openaisle.platform.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody who works for a retailer is there for. */
public enum StaffRole {
    OWNER,
    MANAGER,
    ASSOCIATE,
    REVIEWER,
    AUDITOR;

    /** As the database and the interface write it. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
