package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as a store node does, each with the next number. Seconds are those of a morning. */
final class ToldEvents {
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    static final String WATER = "04000000000013";
    static final String SOAP = "04000000000020";
    static final String BREAD = "04000000000037";

    private static final JsonMapper JSON = new JsonMapper();

    private final UUID device;
    private long sequence;

    ToldEvents(UUID device) {
        this.device = device;
    }

    static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    ObjectNode event(String type, double seconds, Map<String, ?> data) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", "e" + ++sequence);
        event.put("source", "urn:openaisle:device:" + device);
        event.put("sequence", Long.toString(sequence));
        event.put("type", type);
        event.put("time", at(seconds).toString());
        event.set("data", JSON.valueToTree(new TreeMap<>(data)));
        return event;
    }

    ObjectNode entered(double seconds, String visit, int people) {
        return event("visit.entered", seconds, Map.of("visit", visit, "people", people));
    }

    ObjectNode unscanned(double seconds, String visit) {
        return event("people.unscanned", seconds, Map.of("visit", visit, "people", 1));
    }

    ObjectNode larger(double seconds, String visit, int announced, int people) {
        return event("party.larger", seconds, Map.of("visit", visit, "announced", announced, "people", people));
    }

    ObjectNode cart(double seconds, String visit, String gtin, int quantity, double probability) {
        return event(
                "cart.changed",
                seconds,
                Map.of(
                        "visit",
                        visit,
                        "gtin",
                        gtin,
                        "quantity",
                        quantity,
                        "probability",
                        probability,
                        "happenedAt",
                        at(seconds - 1).toString()));
    }

    ObjectNode left(double seconds, String visit) {
        return event("visit.left", seconds, Map.of("visit", visit));
    }

    ObjectNode decided(double seconds, String visit, boolean review, String gtin, int quantity) {
        Map<String, ?> line = Map.of(
                "gtin", gtin, "quantity", quantity, "probability", 0.98, "evidence", "urn:evidence:" + visit + "/1");
        return event(
                "visit.decided",
                seconds,
                Map.of(
                        "visit",
                        visit,
                        "lines",
                        new Object[] {line},
                        "confidence",
                        0.97,
                        "review",
                        review,
                        "leftAt",
                        at(seconds - 2).toString()));
    }

    ObjectNode stock(double seconds, String plate, String gtin, int quantity) {
        return event("stock.changed", seconds, Map.of("plate", plate, "gtin", gtin, "quantity", quantity));
    }

    ObjectNode health(double seconds, String sensor, String state) {
        return event("sensor.health", seconds, Map.of("sensor", sensor, "state", state, "message", "since then"));
    }

    /** The event as another device would have sent it. */
    static JsonNode from(UUID device, ObjectNode event) {
        ObjectNode copy = event.deepCopy();
        copy.put("source", "urn:openaisle:device:" + device);
        return copy;
    }
}
