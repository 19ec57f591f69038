package org.openaisle.platform.privacy;

import java.util.Locale;

/** What is done with personal data. */
public enum Action {
    READ,
    EXPORT,
    CORRECT,
    ERASE;

    /** As the record writes it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
