package org.openaisle.app.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Decision;
import org.openaisle.model.Evidence;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;

class EngineEventsTest {
    private static final Gtin WATER = new Gtin("04000000000013");
    private static final long T = 1_772_438_400_000L;

    private final List<ToldEvent> told = new ArrayList<>();
    private final EngineEvents events = new EngineEvents("d", "run", told::add);

    @Test
    void aVisitIsToldFromTheScanToTheReceipt() {
        events.note(new Observation.GateScan(T, "G1", "t1", 2));
        events.tell(new Output.CartChanged(T + 2000, T + 1500, "t1", WATER, 2, 0.9));
        events.tell(decided("t1", T + 100));
        assertThat(told)
                .extracting(ToldEvent::type)
                .containsExactly("visit.entered", "cart.changed", "visit.left", "visit.decided");
        assertThat(told.get(1).json())
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"urn:openaisle:device:d:run\","
                        + "\"type\":\"cart.changed\",\"time\":\"2026-03-02T08:00:02Z\",\"sequence\":\"2\",\"data\":{\"visit\":\"t1\","
                        + "\"gtin\":\"04000000000013\",\"quantity\":2,\"probability\":0.900000,"
                        + "\"happenedAt\":\"2026-03-02T08:00:01.500Z\"}}");
        assertThat(told.get(3).json())
                .contains("\"evidence\":\"urn:openaisle:evidence:run:t1\"")
                .contains("\"confidence\":0.750000,\"review\":true");
    }

    @Test
    void peopleWithoutAScanHaveNamesOfTheirOwnAndTheirLiveCartsAreCountedOnly() {
        events.tell(new Output.CartChanged(T + 2000, T + 1500, null, WATER, 2, 0.9));
        events.tell(decided(null, T));
        events.tell(decided(null, T));
        assertThat(told)
                .extracting(event -> event.type() + " " + event.data().get("visit"))
                .containsExactly(
                        "people.unscanned unscanned-" + T,
                        "visit.left unscanned-" + T,
                        "visit.decided unscanned-" + T,
                        "people.unscanned unscanned-" + T + "-1",
                        "visit.left unscanned-" + T + "-1",
                        "visit.decided unscanned-" + T + "-1");
        assertThat(events.cartsOfNobody()).isEqualTo(1);
    }

    @Test
    void thatSensorsFallSilentAtTheEndOfARecordingIsNotTold() {
        events.note(new Observation.GateCrossing(T, "G1"));
        events.tell(new Output.SensorHealth(T, "P1", Output.SensorHealth.State.STUCK, "since a minute"));
        events.tell(new Output.SensorHealth(T + 1, "P1", Output.SensorHealth.State.SILENT, "since a minute"));
        assertThat(told).singleElement().extracting(e -> e.data().get("state")).isEqualTo("stuck");
    }

    private static Output decided(@Nullable String token, long entered) {
        Decision decision =
                new Decision(token, entered, T + 5000, T + 8000, List.of(new Decision.Line(WATER, 2, 0.9)), 0.75, true);
        return new Output.VisitDecided(decision, new Evidence(List.of()));
    }
}
