package org.openaisle.platform.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object, each with a message that says where it is wrong and what it must be. */
record DataFields(JsonNode object, String place) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    DataFields {
        if (!object.isObject()) {
            throw new BadEvent(
                    (place.isEmpty() ? "an event" : place.substring(0, place.length() - 1)) + " must be a JSON object");
        }
    }

    /** A text that is not empty, of so many characters at most. */
    String text(String name, int longest) {
        String text = textOrEmpty(name, longest);
        if (text.isBlank()) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    String textOrEmpty(String name, int longest) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            throw wrong(name, "must be a text");
        }
        String text = node.stringValue();
        if (text.length() > longest) {
            throw wrong(name, "must have " + longest + " characters at most, has " + text.length());
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw wrong(name, "must not hold control characters");
        }
        return text;
    }

    int whole(String name, int least, int most) {
        JsonNode node = object.get(name);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(name, "must be a whole number from " + least + " to " + most);
        }
        int value = node.intValue();
        if (value < least || value > most) {
            throw wrong(name, "must be from " + least + " to " + most + ", is " + value);
        }
        return value;
    }

    double probability(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
            throw wrong(name, "must be a number from 0 to 1");
        }
        return node.doubleValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = object.get(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return node.booleanValue();
    }

    /** A moment as RFC 3339 writes it, to the millisecond. */
    Instant time(String name) {
        String text = text(name, 50);
        try {
            Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw wrong(name, "must be a moment of this century or the next");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw wrong(name, "must be a moment, for instance 2026-03-01T09:00:00.250Z");
        }
    }

    @Nullable
    Instant timeOrNull(String name) {
        return textOrEmpty(name, 50).isEmpty() ? null : time(name);
    }

    String gtin(String name) {
        try {
            return new Gtin(text(name, 14)).digits();
        } catch (IllegalArgumentException e) {
            throw wrong(name, "must be a GTIN of 14 digits, the last one its check digit");
        }
    }

    /** A list of objects, no two of which have the same key. */
    <T> List<T> list(String name, int most, Function<T, String> key, Function<DataFields, T> reading) {
        JsonNode node = object.get(name);
        if (node == null || !node.isArray()) {
            throw wrong(name, "must be a list");
        }
        if (node.size() > most) {
            throw wrong(name, "must have " + most + " entries at most, has " + node.size());
        }
        List<T> list = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            T entry = reading.apply(new DataFields(node.get(i), place + name + "[" + i + "]."));
            if (!keys.add(key.apply(entry))) {
                throw wrong(name, "has two entries for one product, the second at " + i);
            }
            list.add(entry);
        }
        return list;
    }

    DataFields inner(String name) {
        JsonNode node = object.get(name);
        if (node == null) {
            throw wrong(name, "is missing");
        }
        return new DataFields(node, place + name + ".");
    }

    BadEvent wrong(String name, String what) {
        return new BadEvent(place + name + " " + what);
    }
}
