package org.openaisle.platform.database;

import java.util.Locale;
import org.openaisle.platform.purpose.Purpose;

/** What a transaction may do: one role for each purpose, and three that serve none of them and see next to nothing. */
public enum DatabaseRole {
    CHARGE,
    RECEIPT,
    DISPUTE,
    FISCAL_RECORD,
    OPERATIONS,
    STATISTICS,
    /** Finds out whose a key, a credential or a session is. The only one that works across tenants. */
    DIRECTORY,
    /** Deletes what has had its time. */
    RETENTION,
    /** Wraps data keys anew. */
    KEYS;

    static DatabaseRole of(Purpose purpose) {
        return switch (purpose) {
            case CHARGE -> CHARGE;
            case RECEIPT -> RECEIPT;
            case DISPUTE -> DISPUTE;
            case FISCAL_RECORD -> FISCAL_RECORD;
            case OPERATIONS -> OPERATIONS;
            case STATISTICS -> STATISTICS;
        };
    }

    /** Its name in the database. */
    String id() {
        return "openaisle_" + name().toLowerCase(Locale.ROOT);
    }
}
