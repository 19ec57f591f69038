package org.openaisle.model;

import java.io.Serializable;

/** A GTIN-14: fourteen digits, the last one the check digit (GS1 General Specifications, 7.9). */
public record Gtin(String digits) implements Comparable<Gtin>, Serializable {
    public Gtin {
        if (digits.length() != 14 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("gtin must be 14 digits, is '" + digits + "'");
        }
        int check = checkDigit(digits);
        if (check != digits.charAt(13) - '0') {
            throw new IllegalArgumentException(
                    "gtin " + digits + " has a wrong check digit. Maybe it should end in " + check + "?");
        }
    }

    /** The check digit for the first 13 of the digits. */
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
