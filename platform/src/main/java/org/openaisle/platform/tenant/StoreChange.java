package org.openaisle.platform.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Refused;

/**
 * What an owner says of a store.
 *
 * @param closed null: as it is
 */
record StoreChange(
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String currency,
        @Nullable Boolean closed) {
    private static final int LONGEST_NAME = 200;

    /** What can be kept. */
    record Checked(
            String name,
            String timeZone,
            String currency,
            @Nullable Boolean closed) {}

    /** Refused with what is wrong. */
    Checked checked() {
        return new Checked(
                Names.checked("name", name, LONGEST_NAME), checkedZone(timeZone), checkedCurrency(currency), closed);
    }

    private static String checkedZone(@Nullable String zone) {
        try {
            if (zone != null) {
                return ZoneId.of(zone).getId();
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Refused.unprocessable("timeZone must be a name of the IANA's list, for instance Europe/Berlin.");
    }

    private static String checkedCurrency(@Nullable String currency) {
        try {
            if (currency != null) {
                return Currency.getInstance(currency).getCurrencyCode();
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Refused.unprocessable("currency must be a code of ISO 4217, for instance EUR.");
    }
}
