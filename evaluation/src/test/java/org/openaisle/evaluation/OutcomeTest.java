package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.evaluation.Receipts.Decided;
import org.openaisle.evaluation.Receipts.Line;
import org.openaisle.evaluation.Receipts.Taken;

class OutcomeTest {
    private static final String COLA = "04006381333931";

    @Test
    void everyVisitCountsAlikeWhereverItWas() {
        Outcome large = outcome(100, 90, 0.9);
        Outcome small = outcome(10, 0, 0.9);
        Figures pooled = Outcome.pooled("all", List.of(large, small)).figures();
        assertThat(pooled.get("visits")).isEqualTo(110);
        assertThat(pooled.get("exact")).isEqualTo(90 / 110.0);
        assertThat(pooled.get("latencyMedian")).isEqualTo(500);
        assertThat(pooled.get("liveWithin3s")).isEqualTo(1);
    }

    @Test
    void theErrorOfCalibrationIsThatOfAllVisitsAndNotTheMeanOfErrors() {
        // Each recording is too small to be right nine times of ten; together they are.
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            outcomes.add(outcome(1, i == 0 ? 0 : 1, 0.9));
        }
        double mean = outcomes.stream()
                .mapToDouble(o -> value(o.figures(), "receiptEce"))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.18, within(1e-9));
        assertThat(value(Outcome.pooled("all", outcomes).figures(), "receiptEce"))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void pooledFiguresAreThoseOfAllSumsAsAllTheirPartsHaveThem() {
        List<Outcome> outcomes = new ArrayList<>();
        Calibration calibration = new Calibration();
        Random random = new Random(4);
        System.out.println("pooled outcomes, seed 4");
        for (int i = 0; i < 5; i++) {
            double confidence = 0.5 + random.nextDouble() / 2;
            int visits = 3 + random.nextInt(20);
            int exact = random.nextInt(visits);
            outcomes.add(outcome(visits, exact, confidence));
            for (int v = 0; v < visits; v++) {
                calibration.add(confidence, v < exact);
            }
        }
        Figures pooled = Outcome.pooled("all", outcomes).figures();
        for (String sum : List.of("visits", "decided", "units", "sales", "missing", "liveTakes", "unscanned")) {
            assertThat(pooled.get(sum))
                    .as(sum)
                    .isEqualTo(outcomes.stream()
                            .mapToDouble(o -> value(o.figures(), sum))
                            .sum());
        }
        assertThat(value(pooled, "receiptEce")).isCloseTo(calibration.error(), within(1e-12));
    }

    @Test
    void peopleWithoutAScanAreNotFoundInAnotherRecording() {
        Taken visit = new Taken(null, 1000, 2000L, false, quantities(1));
        Decided decided = new Decided(null, 1000, 2000, 2500, 0.9, false, lines(1));
        LiveScore live = new LiveScore(List.of());
        Receipts.Truth one = new Receipts.Truth(Map.of(COLA, 100L), List.of(visit));
        Receipts.Truth none = new Receipts.Truth(Map.of(COLA, 300L), List.of());
        Outcome missed = new Outcome("missed", one, List.of(), live);
        Outcome invented = new Outcome("invented", none, List.of(decided), live);
        Figures pooled = Outcome.pooled("all", List.of(missed, invented)).figures();
        assertThat(pooled.get("unscannedFound")).isEqualTo(0);
        assertThat(pooled.get("unscannedInvented")).isEqualTo(1);
    }

    /** Visits with the same tokens in every recording, of which the first are right. */
    private static Outcome outcome(int visits, int exact, double confidence) {
        List<Taken> taken = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            taken.add(new Taken("v" + i, 1000, 9000L, false, quantities(1)));
            decided.add(new Decided("v" + i, 1000, 9000, 9500, confidence, false, lines(i < exact ? 1 : 2)));
            delays.add(2000L);
        }
        return new Outcome("o", new Receipts.Truth(Map.of(COLA, 100L + visits), taken), decided, new LiveScore(delays));
    }

    private static SequencedMap<String, Long> quantities(long units) {
        return new LinkedHashMap<>(Map.of(COLA, units));
    }

    private static SequencedMap<String, Line> lines(long units) {
        return new LinkedHashMap<>(Map.of(COLA, new Line(units, 0.9)));
    }

    private static double value(Figures figures, String name) {
        @Nullable Double value = figures.get(name);
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }
}
