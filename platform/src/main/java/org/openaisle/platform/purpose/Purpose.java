package org.openaisle.platform.purpose;

import java.util.Locale;

/** What personal data may be used for. There are no others; marketing is none. Each has a database role and a key of its own. */
public enum Purpose {
    /** Taking the money for what somebody took. */
    CHARGE,
    /** Telling a shopper what they paid for. */
    RECEIPT,
    /** Settling what a shopper or the retailer doubts. */
    DISPUTE,
    /** What tax law wants kept. */
    FISCAL_RECORD,
    /** Running the store: who may work there, what happens now, what needs a person. */
    OPERATIONS,
    /** Counting, without anybody in it. */
    STATISTICS;

    /** As it is called in the database, in files and in logs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
