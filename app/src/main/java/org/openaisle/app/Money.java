package org.openaisle.app;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts of one currency, in its minor units, as text. */
final class Money {
    private final String currency;
    private final int digits;

    Money(String currency) {
        this.currency = currency;
        this.digits = fractionDigits(currency);
    }

    private static int fractionDigits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2; // A code that Java doesn't know; nearly all have two digits.
        }
    }

    String amount(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, digits).toPlainString();
    }

    String currency() {
        return currency;
    }
}
