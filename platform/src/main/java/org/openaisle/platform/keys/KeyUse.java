package org.openaisle.platform.keys;

import java.util.Locale;
import org.openaisle.platform.purpose.Purpose;

/** What a key is for: one for each purpose, and one for the link between visits and shoppers alone. */
public enum KeyUse {
    CHARGE,
    RECEIPT,
    DISPUTE,
    FISCAL_RECORD,
    OPERATIONS,
    STATISTICS,
    VISIT_LINK;

    /** The key of a purpose. */
    public static KeyUse of(Purpose purpose) {
        return switch (purpose) {
            case CHARGE -> CHARGE;
            case RECEIPT -> RECEIPT;
            case DISPUTE -> DISPUTE;
            case FISCAL_RECORD -> FISCAL_RECORD;
            case OPERATIONS -> OPERATIONS;
            case STATISTICS -> STATISTICS;
        };
    }

    /** The one that the database calls so. */
    static KeyUse ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As it is called in the database and in names of files. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
