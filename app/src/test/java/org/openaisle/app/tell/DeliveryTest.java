package org.openaisle.app.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivery to a server that answers as it is told to. */
class DeliveryTest {
    private static final String STORED = "{\"stored\":1,\"known\":0,\"refused\":0,\"events\":[]}";

    private record Answer(int status, String body) {}

    private final DeviceFile device = DeviceFile.of("d", "s", DeviceFile.newKeys());
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/stores/s/events", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.isEmpty() ? new Answer(200, STORED) : answers.remove();
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Delivery delivery(Platform platform) {
        return new Delivery(platform, device, 1, words -> {}, count -> {});
    }

    private Platform platform() {
        return new Platform("http://localhost:" + server.getAddress().getPort(), null);
    }

    private static ToldEvent event(long number) {
        return new ToldEvent("urn:x", number, "visit.left", 0, new LinkedHashMap<>());
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgainAsItWasAndBeforeWhatComesAfterIt() {
        answers.add(new Answer(503, ""));
        answers.add(new Answer(429, "{}"));
        try (Platform platform = platform();
                Delivery delivery = delivery(platform)) {
            delivery.add(event(1));
            delivery.add(event(2));
            delivery.finish();
            assertThat(bodies).hasSize(4);
            assertThat(bodies.subList(0, 3))
                    .containsOnly(bodies.getFirst())
                    .allMatch(body -> body.contains("\"id\":\"1\""));
            assertThat(bodies.getLast()).contains("\"id\":\"2\"");
            assertThat(delivery.summary(1))
                    .startsWith("told 2 events in 2 batches")
                    .contains("1 outages");
        }
    }

    @Test
    void aRefusalOfTheWholeEndsItWithThePlatformsReason() {
        answers.add(new Answer(401, "{\"status\":401,\"detail\":\"The device's token is of no device.\"}"));
        try (Platform platform = platform();
                Delivery delivery = delivery(platform)) {
            delivery.add(event(1));
            assertThatThrownBy(delivery::finish)
                    .isInstanceOf(TellRefused.class)
                    .hasMessageContaining("(401): The device's token is of no device.");
        }
    }

    @Test
    void refusedEventsAreCountedAndTheFirstReasonsKept() {
        answers.add(
                new Answer(
                        200,
                        "{\"stored\":0,\"known\":0,\"refused\":1,\"events\":[{\"index\":0,\"outcome\":\"refused\",\"reason\":\"time is missing\"}]}"));
        try (Platform platform = platform();
                Delivery delivery = delivery(platform)) {
            delivery.add(event(1));
            delivery.finish();
            assertThat(delivery.refused()).isEqualTo(1);
            assertThat(delivery.summary(1)).endsWith("refused: time is missing");
        }
    }
}
