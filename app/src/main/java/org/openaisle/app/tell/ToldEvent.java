package org.openaisle.app.tell;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * An event in the form of docs/events.md.
 *
 * @param time milliseconds since the epoch
 */
public record ToldEvent(String source, long number, String type, long time, SequencedMap<String, Object> data) {
    /** The version of the protocol in which it is written. */
    static final String PROTOCOL = "1";

    String json() {
        SequencedMap<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", Long.toString(number));
        event.put("source", source);
        event.put("type", type);
        event.put("time", Instant.ofEpochMilli(time).toString());
        event.put("sequence", Long.toString(number));
        event.put("data", data);
        return FlatJson.write(event);
    }
}
