package org.openaisle.platform.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.DeviceCaller;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where store nodes tell what happens. */
@RestController
class EventsController {
    static final String PATH = "/api/v1/stores/{store}/events";
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final int MOST_EVENTS = 500;
    private static final int MOST_BYTES = 1 << 20;

    /**
     * What became of a batch.
     *
     * @param events one for each event that was sent, in that order
     */
    record Taken(String protocol, long stored, long known, long refused, List<Outcome> events) {}

    private final Inbox inbox;
    private final JsonMapper json;

    EventsController(Inbox inbox, JsonMapper json) {
        this.inbox = inbox;
        this.json = json;
    }

    @PostMapping(path = PATH, consumes = BATCH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(devices = DeviceKind.STORE_NODE, bodyBytes = MOST_BYTES)
    ResponseEntity<Taken> batch(
            @PathVariable UUID store,
            DeviceCaller device,
            @RequestHeader(name = Protocol.HEADER, required = false) @Nullable String version,
            @RequestBody byte[] body) {
        Protocol.check(version);
        JsonNode events = parse(body);
        if (!events.isArray()) {
            throw Refused.badRequest("A batch must be a JSON array of events. A single event is sent as " + ONE + ".");
        }
        if (events.size() > MOST_EVENTS) {
            throw Refused.unprocessable(
                    "A batch may have " + MOST_EVENTS + " events and has " + events.size() + ". Send it in parts.");
        }
        List<JsonNode> list = new ArrayList<>();
        events.forEach(list::add);
        return take(store, device, list);
    }

    @PostMapping(path = PATH, consumes = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(devices = DeviceKind.STORE_NODE, bodyBytes = MOST_BYTES)
    ResponseEntity<Taken> one(
            @PathVariable UUID store,
            DeviceCaller device,
            @RequestHeader(name = Protocol.HEADER, required = false) @Nullable String version,
            @RequestBody byte[] body) {
        Protocol.check(version);
        return take(store, device, List.of(parse(body)));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Refused.badRequest("The body is not JSON.");
        }
    }

    private ResponseEntity<Taken> take(UUID store, DeviceCaller device, List<JsonNode> events) {
        List<Outcome> outcomes = inbox.take(new Teller(device.tenant(), store, device.device()), events);
        Taken taken = new Taken(
                Protocol.VERSION,
                count(outcomes, Outcome.Kind.STORED),
                count(outcomes, Outcome.Kind.KNOWN),
                count(outcomes, Outcome.Kind.REFUSED),
                outcomes);
        return ResponseEntity.ok().header(Protocol.HEADER, Protocol.VERSION).body(taken);
    }

    private static long count(List<Outcome> outcomes, Outcome.Kind kind) {
        return outcomes.stream().filter(o -> o.is(kind)).count();
    }
}
