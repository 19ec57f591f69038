package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.evaluation.Receipts.Decided;
import org.openaisle.evaluation.Receipts.Line;
import org.openaisle.evaluation.Receipts.Taken;

class DecisionScoreTest {
    private static final String COLA = "04006381333931";
    private static final String BREAD = "00012345678905";
    private static final String GUM = "10012345678902";
    private static final Map<String, Long> PRICES = Map.of(COLA, 100L, BREAD, 200L, GUM, 50L);

    @Test
    void everyWayToBeRightOrWrongIsCountedOnce() {
        List<Taken> visits = List.of(
                taken("v1", 1000, 9000L, Map.of(COLA, 2L, BREAD, 1L)),
                taken("v2", 1000, 9000L, Map.of(COLA, 1L)),
                taken("v3", 1000, 9000L, Map.of()),
                taken("v4", 1000, 9000L, Map.of(GUM, 2L)),
                new Taken("s", 1000, 9000L, true, new LinkedHashMap<>()),
                taken(null, 2000, 5000L, Map.of(BREAD, 1L)),
                taken("late", 1000, null, Map.of(COLA, 1L)));
        List<Decided> decisions = List.of(
                decided("v1", Map.of(BREAD, 1L, COLA, 2L), 1),
                new Decided("v2", 1000, 9000, 9500, 0.5, true, lines(Map.of(BREAD, 1L), 0.5)),
                decided("v3", Map.of(), 1),
                decided("v3", Map.of(COLA, 1L), 1),
                decided("s", Map.of(COLA, 1L), 1),
                decided("zz", Map.of(), 1),
                decided("late", Map.of(), 1),
                new Decided(null, 2100, 5100, 5600, 1, false, lines(Map.of(BREAD, 1L), 1)),
                new Decided(null, 20000, 21000, 21500, 1, false, lines(Map.of(), 1)));

        Figures figures =
                DecisionScore.of(new Receipts.Truth(PRICES, visits), decisions).figures();

        Map<String, Double> expected = Map.ofEntries(
                Map.entry("visits", 4.0),
                Map.entry("decided", 3.0),
                Map.entry("units", 6.0),
                Map.entry("sales", 600.0),
                Map.entry("exact", 0.5),
                Map.entry("exactShoppers", 1 / 3.0),
                Map.entry("exactUnreviewed", 1.0),
                Map.entry("review", 1 / 3.0),
                Map.entry("precision", 3 / 4.0),
                Map.entry("recall", 3 / 6.0),
                Map.entry("f1", 6 / 10.0),
                Map.entry("overcharged", 0.25),
                Map.entry("undercharged", 0.5),
                Map.entry("overTotal", 0.25),
                Map.entry("underTotal", 0.25),
                Map.entry("moneyOver", 200 / 600.0),
                Map.entry("moneyUnder", 200 / 600.0),
                Map.entry("lineBrier", 0.25 / 3),
                Map.entry("receiptBrier", 0.25 / 3),
                Map.entry("latencyMedian", 500.0),
                Map.entry("latencyP99", 500.0),
                Map.entry("missing", 1.0),
                Map.entry("invented", 2.0),
                Map.entry("duplicates", 1.0),
                Map.entry("staffCharged", 1.0),
                Map.entry("ignoredOpen", 1.0),
                Map.entry("unscanned", 1.0),
                Map.entry("unscannedFound", 1.0),
                Map.entry("unscannedExact", 1.0),
                Map.entry("unscannedInvented", 1.0));
        expected.forEach((name, value) -> assertThat(figures.get(name)).as(name).isCloseTo(value, within(1e-12)));
    }

    @Test
    void nothingToMeasureIsNoFigureAndNoZero() {
        Figures figures = DecisionScore.of(new Receipts.Truth(PRICES, List.of()), List.of())
                .figures();
        assertThat(figures.get("exact")).isNull();
        assertThat(figures.percent("exact")).isEqualTo("-");
        assertThat(figures.plain("visits")).isEqualTo("0");
        assertThat(figures.json()).contains("\"exact\": null").contains("\"visits\": 0");
    }

    @Test
    void calibrationErrorOfTwoEqualClaimsOfWhichOneCameTrue() {
        Calibration calibration = new Calibration();
        calibration.add(0.9, true);
        calibration.add(0.9, false);
        assertThat(calibration.error()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void thePeopleWithoutAScanAreMatchedByTheGreatestOverlapFirst() {
        List<Taken> visits = List.of(taken(null, 0, 100L, Map.of(COLA, 1L)), taken(null, 60, 160L, Map.of(GUM, 1L)));
        List<Decided> decisions = List.of(
                new Decided(null, 50, 160, 200, 1, false, lines(Map.of(GUM, 1L), 1)),
                new Decided(null, 10, 120, 200, 1, false, lines(Map.of(COLA, 1L), 1)));
        Figures figures =
                DecisionScore.of(new Receipts.Truth(PRICES, visits), decisions).figures();
        assertThat(figures.get("unscannedExact")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"confidence\":0.5 | \"confidence\":1.5 | 'confidence' must be within 0..1, is 1.5",
                "\"review\":false | \"review\":1 | field 'review' must be bool, is 1",
                "\"exitedAt\":2 | \"exitedAt\":\"x\" | field 'exitedAt' must be int, is x",
                "\"exitedAt\":2 | \"exitedAt\":2.0 | field 'exitedAt' must be int, is 2.0",
                "\"quantity\":1 | \"quantity\":0 | lines[0]: quantity must be positive, is 0",
                "04006381333931 | 1 | lines[0]: gtin must be 14 digits, is '1'",
                "\"token\":\"v\", | `` | field 'token' is missing (null for people without a scan)",
                "\"decidedAt\":3, | `` | field 'decidedAt' is missing",
                "\"enteredAt\":1 | \"enteredAt\":NaN | field 'enteredAt' must be int, is NaN",
                "\"review\":false} | \"review\":fal | not JSON",
            })
    void aMalformedDecisionIsRefusedWithFileAndLine(String was, String is, String message) {
        String good = "{\"token\":\"v\",\"enteredAt\":1,\"exitedAt\":2,\"decidedAt\":3,\"lines\":[{\"gtin\":\"" + COLA
                + "\",\"quantity\":1,\"probability\":0.5}],\"confidence\":0.5,\"review\":false}";
        assertThat(Receipts.parseDecisions("\n" + good + "\n\n", "d.ndjson")).hasSize(1);
        String bad = good.replace(was, is);
        assertThat(bad).isNotEqualTo(good);
        assertThatThrownBy(() -> Receipts.parseDecisions("\n" + bad, "d.ndjson"))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("d.ndjson, line 2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples/kiosk-calm",
                "samples/convenience-adversarial",
                "samples/convenience-shared",
                "samples/supermarket-rush",
                "narrow/02"
            })
    void saysWhatTheContractsScorerSays(String recording, @TempDir Path folder) throws Exception {
        Path truth = Contract.path(recording);
        for (long seed = 1; seed <= 4; seed++) {
            Path file = folder.resolve("decisions-" + seed + ".ndjson");
            Files.writeString(file, PerturbedReceipts.of(Receipts.readTruth(truth), seed));
            System.out.println("perturbed receipts of " + recording + ", seed " + seed);
            Contract.assertSame(
                    DecisionScore.of(Receipts.readTruth(truth), Receipts.readDecisions(file))
                            .figures(),
                    Contract.python("score.py", truth, file));
        }
    }

    private static Taken taken(
            @Nullable String token, long enteredAt, @Nullable Long exitedAt, Map<String, Long> lines) {
        return new Taken(token, enteredAt, exitedAt, false, new LinkedHashMap<>(lines));
    }

    private static Decided decided(String token, Map<String, Long> lines, double confidence) {
        return new Decided(token, 1000, 9000, 9500, confidence, false, lines(lines, 1));
    }

    private static SequencedMap<String, Line> lines(Map<String, Long> quantities, double probability) {
        SequencedMap<String, Line> lines = new LinkedHashMap<>();
        quantities.forEach((gtin, n) -> lines.put(gtin, new Line(n, probability)));
        return lines;
    }
}
