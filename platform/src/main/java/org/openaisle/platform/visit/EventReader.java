package org.openaisle.platform.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads an event in the structured form of CloudEvents 1.0, as docs/events.md describes it. */
final class EventReader {
    /** How far a device's clock may be ahead; what is said of the future would hide whatever comes after it. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private final Clock clock;

    EventReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads one event of a device.
     *
     * @throws BadEvent when it cannot be taken
     */
    StoreEvent read(JsonNode node, UUID device) {
        DataFields event = new DataFields(node, "");
        if (!event.text("specversion", 10).equals("1.0")) {
            throw event.wrong("specversion", "must be 1.0");
        }
        String contentType = event.textOrEmpty("datacontenttype", 50);
        if (!contentType.isEmpty() && !contentType.equals("application/json")) {
            throw event.wrong("datacontenttype", "must be application/json, or left out");
        }
        String typeName = event.text("type", 100);
        EventType type = EventType.of(typeName)
                .orElseThrow(() -> event.wrong("type", "is none that this version of the protocol has"));
        Instant time = event.time("time");
        if (time.isAfter(clock.instant().plus(AHEAD))) {
            throw event.wrong("time", "lies in the future. Look at the device's clock");
        }
        return new StoreEvent(
                source(event, device),
                printable(event, "id", 100),
                sequence(event),
                time,
                type,
                type.read(event.inner("data")));
    }

    /** Every source has its own ids, so that nobody can use up another device's. */
    private static String source(DataFields event, UUID device) {
        String source = printable(event, "source", 200);
        String own = "urn:openaisle:device:" + device;
        if (!source.equals(own) && !source.startsWith(own + ":")) {
            throw event.wrong("source", "must be " + own + ", of the device that sends it, with :NAME after it or not");
        }
        return source;
    }

    private static String printable(DataFields event, String name, int longest) {
        String text = event.text(name, longest);
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw event.wrong(name, "must be of printable ASCII characters");
        }
        return text;
    }

    private static long sequence(DataFields event) {
        String digits = event.text("sequence", 19);
        try {
            long sequence = Long.parseLong(digits);
            if (sequence >= 0 && Character.isDigit(digits.charAt(0))) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw event.wrong("sequence", "must be a whole number from 0 on, as a text");
    }
}
