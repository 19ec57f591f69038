package org.openaisle.platform.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.platform.visit.ToldEvents.SOAP;
import static org.openaisle.platform.visit.ToldEvents.WATER;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.tenant.TestDevice;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Store nodes, associates and reviewers at a real platform. */
class VisitsOverHttpTest {
    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer retailer = platform.newRetailer("Visits");
    private final UUID store = retailer.newStore("Main street");
    private final TestDevice device = retailer.newDevice(DeviceKind.STORE_NODE, store);
    private final Wire node = platform.as(device);
    private final Wire associate = retailer.staff(StaffRole.ASSOCIATE, store);
    private final Wire reviewer = retailer.staff(StaffRole.REVIEWER, store);
    private final Wire manager = retailer.staff(StaffRole.MANAGER, store);
    private final ToldEvents tell = new ToldEvents(device.id());
    private final String base = "/api/v1/stores/" + store;

    private HttpResponse<String> send(String contentType, String version, String body) {
        return node.send("POST", base + "/events", BodyPublishers.ofString(body), request -> {
            request.header("Content-Type", contentType);
            if (!version.isEmpty()) {
                request.header("OpenAisle-Protocol", version);
            }
        });
    }

    private JsonNode told(JsonNode... events) {
        HttpResponse<String> answer =
                send("application/cloudevents-batch+json", "1", new JsonMapper().writeValueAsString(events));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Wire.json(answer);
    }

    @Test
    void aBatchIsAnsweredEventByEvent() {
        JsonNode answer = told(tell.entered(10, "t1", 1), tell.cart(11, "t1", "nonsense", 1, 0.5));
        assertThat(answer.path("stored").asInt()).isEqualTo(1);
        assertThat(answer.path("refused").asInt()).isEqualTo(1);
        assertThat(answer.path("events").get(1).path("reason").asString()).startsWith("data.gtin must");
        HttpResponse<String> one =
                send("application/cloudevents+json", "1", tell.left(20, "t1").toString());
        assertThat(Wire.json(one).path("stored").asInt()).isEqualTo(1);
        assertThat(one.headers().firstValue("OpenAisle-Protocol")).contains("1");
    }

    @Test
    void whatIsNoBatchOfThisProtocolIsRefusedWhole() {
        String batch = "[" + tell.entered(10, "t9", 1) + "]";
        for (String version : List.of("", "2", "one")) {
            HttpResponse<String> answer = send("application/cloudevents-batch+json", version, batch);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Wire.json(answer).path("understood").get(0).asString()).isEqualTo("1");
        }
        assertThat(send("application/cloudevents-batch+json", "1", "{").statusCode())
                .isEqualTo(400);
        assertThat(send("application/cloudevents-batch+json", "1", "{}").statusCode())
                .isEqualTo(400);
        assertThat(send("application/json", "1", batch).statusCode()).isEqualTo(415);
        String many = "[" + "1,".repeat(500) + "1]";
        assertThat(send("application/cloudevents-batch+json", "1", many).statusCode())
                .isEqualTo(422);
        String large = "[\"" + "x".repeat(1 << 20) + "\"]";
        assertThat(send("application/cloudevents-batch+json", "1", large).statusCode())
                .isEqualTo(413);
        assertThat(Wire.json(associate.get(base + "/visits")).path("items").size())
                .isZero();
    }

    @Test
    void onlyAStoreNodeOfTheStoreTells() {
        UUID other = retailer.newStore("Elsewhere");
        String batch = "[" + tell.entered(10, "t1", 1) + "]";
        TestRetailer foreign = platform.newRetailer("Foreign");
        for (Wire stranger : List.of(
                retailer.device(DeviceKind.STORE_NODE, other),
                foreign.device(DeviceKind.STORE_NODE, foreign.newStore("Elsewhere")))) {
            assertThat(stranger.post(base + "/events", "application/cloudevents-batch+json", batch)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(retailer.device(DeviceKind.GATE, store)
                        .post(base + "/events", "application/cloudevents-batch+json", batch)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyoneSeesOfAVisitWhatTheyAreThereFor() {
        told(tell.entered(10, "t1", 1), tell.cart(20, "t1", WATER, 1, 0.9), tell.decided(30, "t1", true, WATER, 1));
        String path = base + "/visits/"
                + Wire.json(manager.get(base + "/visits"))
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        JsonNode toManager = Wire.json(manager.get(path));
        assertThat(toManager.path("state").asString()).isEqualTo("in_review");
        assertThat(toManager.has("token") || toManager.has("lines")).isFalse();
        JsonNode toAssociate = Wire.json(associate.get(path));
        assertThat(toAssociate.path("token").asString()).isEqualTo("t1");
        assertThat(toAssociate.has("lines")).isFalse();
        JsonNode line = Wire.json(reviewer.get(path)).path("lines").get(0);
        assertThat(line.path("probability").asDouble()).isEqualTo(0.98);
        assertThat(line.path("evidence").asString()).isEqualTo("urn:evidence:t1/1");
        assertThat(reviewer.get(path + "/cart").statusCode()).isEqualTo(403);
        assertThat(Wire.json(associate.get(path + "/cart")).path("lines").size())
                .isEqualTo(1);
        Wire foreign = platform.newRetailer("Foreign").staff(StaffRole.ASSOCIATE);
        assertThat(foreign.get(path).statusCode()).isEqualTo(404);
        String visit = path.substring(path.lastIndexOf('/') + 1);
        assertThat(retailer.staff(StaffRole.AUDITOR)
                        .get("/api/v1/privacy/access-log")
                        .body()
                        .split(visit, -1))
                .as("each of the four who have looked is in the record of access")
                .hasSize(1 + 4);
    }

    @Test
    void listsComeInPages() {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            events.add(tell.entered(10 + i, "t" + i, 1));
        }
        told(events.toArray(JsonNode[]::new));
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            JsonNode answer = Wire.json(associate.get(base + "/visits?limit=3&state=entered&after=" + after));
            answer.path("items").forEach(visit -> seen.add(visit.path("token").asString()));
            after = answer.path("next").asString("");
            if (after.isEmpty()) {
                break;
            }
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(associate.get(base + "/visits?after=x").statusCode()).isEqualTo(400);
        assertThat(associate.get(base + "/visits?limit=0").statusCode()).isEqualTo(400);
        assertThat(associate.get(base + "/visits?state=gone").statusCode()).isEqualTo(400);
    }

    @Test
    void alertsAreAcknowledgedAndClosed() {
        told(tell.unscanned(10, "u1"), tell.health(11, "p1", "silent"), tell.stock(12, "p1", SOAP, 4));
        JsonNode alerts = Wire.json(associate.get(base + "/alerts")).path("items");
        assertThat(alerts.size()).isEqualTo(2);
        for (JsonNode alert : alerts) {
            String path = base + "/alerts/" + alert.path("id").asString();
            assertThat(associate.post(path + "/acknowledge", "").statusCode()).isEqualTo(204);
            assertThat(manager.post(path + "/close", "").statusCode()).isEqualTo(204);
        }
        assertThat(Wire.json(associate.get(base + "/alerts")).path("items").size())
                .isZero();
        JsonNode all = Wire.json(manager.get(base + "/alerts?open=false")).path("items");
        assertThat(all.get(0).has("acknowledgedAt") && all.get(0).has("closedAt"))
                .isTrue();
        assertThat(associate
                        .post(base + "/alerts/" + UUID.randomUUID() + "/close", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Wire.json(manager.get(base + "/stock"))
                        .path("items")
                        .get(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(4);
        assertThat(Wire.json(manager.get(base + "/sensors"))
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("silent");
    }

    @Test
    void aCartStreamsFromItsSnapshotToTheEndOfTheVisit() {
        told(tell.entered(10, "t1", 1), tell.cart(20, "t1", WATER, 1, 0.9));
        String path = base + "/visits/"
                + Wire.json(associate.get(base + "/visits"))
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString() + "/cart";
        String last;
        try (Stream<String> stream = stream(path, "")) {
            Iterator<String> lines = stream.iterator();
            assertThat(next(lines, "cart").path("lines").get(0).path("gtin").asString())
                    .isEqualTo(WATER);
            told(tell.cart(21, "t1", SOAP, 2, 0.8));
            assertThat(next(lines, "change").path("lines").get(0).path("gtin").asString())
                    .isEqualTo(SOAP);
            told(tell.cart(22, "t1", WATER, 0, 0.99));
            JsonNode change = next(lines, "change");
            assertThat(change.path("lines").get(0).path("quantity").asInt()).isZero();
            last = change.path("revision").asString();
        }
        told(tell.cart(23, "t1", SOAP, 3, 0.8), tell.decided(30, "t1", false, SOAP, 3));
        try (Stream<String> stream = stream(path, last)) {
            Iterator<String> lines = stream.iterator();
            JsonNode missed = next(lines, "change");
            assertThat(missed.path("lines").size()).isEqualTo(1);
            assertThat(missed.path("lines").get(0).path("quantity").asInt()).isEqualTo(3);
            JsonNode end = next(lines, "end");
            assertThat(end.path("state").asString()).isEqualTo("decided");
            last = end.path("revision").asString();
            assertThat(lines.hasNext() && !lines.next().isEmpty()).isFalse();
        }
        String seen = last;
        assertThat(associate
                        .send(
                                "GET",
                                path,
                                BodyPublishers.noBody(),
                                r -> r.header("Accept", "text/event-stream").header("Last-Event-ID", seen))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void nobodyWatchesMoreCartsThanALimit() {
        told(tell.entered(10, "t1", 1));
        String path = base + "/visits/"
                + Wire.json(associate.get(base + "/visits"))
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString() + "/cart";
        List<Stream<String>> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Stream<String> stream = stream(path, "");
            open.add(stream);
        }
        assertThat(associate
                        .send("GET", path, BodyPublishers.noBody(), r -> r.header("Accept", "text/event-stream"))
                        .statusCode())
                .isEqualTo(429);
        open.forEach(Stream::close);
        told(tell.decided(30, "t1", false, SOAP, 3));
    }

    private Stream<String> stream(String path, String last) {
        HttpResponse<Stream<String>> answer = associate.send(
                "GET",
                path,
                BodyPublishers.noBody(),
                request -> {
                    request.header("Accept", "text/event-stream");
                    if (!last.isEmpty()) {
                        request.header("Last-Event-ID", last);
                    }
                },
                BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode next(Iterator<String> lines, String name) {
        String event = "";
        String data = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5);
            } else if (line.isEmpty() && !data.isEmpty()) {
                assertThat(event).isEqualTo(name);
                return new JsonMapper().readTree(data);
            }
        }
        throw new AssertionError("the stream ended before " + name);
    }
}
