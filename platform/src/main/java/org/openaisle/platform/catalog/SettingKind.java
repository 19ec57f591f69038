package org.openaisle.platform.catalog;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the value of a setting must be. */
sealed interface SettingKind {
    /** What is wrong with a value, and what it should be; null when nothing is. */
    @Nullable
    String wrong(JsonNode value);

    /** A whole number, ends included. */
    record Whole(int minimum, int maximum) implements SettingKind {
        @Override
        public @Nullable String wrong(JsonNode value) {
            boolean good = value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() >= minimum
                    && value.intValue() <= maximum;
            return good ? null : "must be a whole number from " + minimum + " to " + maximum;
        }
    }

    /** A number between two others, ends included. */
    record Decimal(double minimum, double maximum) implements SettingKind {
        @Override
        public @Nullable String wrong(JsonNode value) {
            boolean good = value.isNumber() && value.doubleValue() >= minimum && value.doubleValue() <= maximum;
            return good ? null : "must be a number from " + minimum + " to " + maximum;
        }
    }

    /** A time of day in the store's time zone, to the minute; an empty text says that there is none. */
    record TimeOfDay() implements SettingKind {
        @Override
        public @Nullable String wrong(JsonNode value) {
            return value.isString() && (value.stringValue().isEmpty() || isTime(value.stringValue()))
                    ? null
                    : "must be a time such as \"21:30\", or \"\" for none";
        }

        private static boolean isTime(String text) {
            try {
                return text.length() == 5 && LocalTime.parse(text).getSecond() == 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
