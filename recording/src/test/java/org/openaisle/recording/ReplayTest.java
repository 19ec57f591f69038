package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.model.Observation;

class ReplayTest {
    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Observation> observed = new ArrayList<>();
    private final List<Long> watermarks = new ArrayList<>();

    private final EventSink sink = new EventSink() {
        @Override
        public void observe(Observation observation) {
            if (!watermarks.isEmpty()) {
                assertThat(observation.ownTime()).isGreaterThanOrEqualTo(watermarks.getLast());
            }
            observed.add(observation);
        }

        @Override
        public void advanceTo(long watermark) {
            if (!watermarks.isEmpty()) {
                assertThat(watermark).isGreaterThan(watermarks.getLast());
            }
            watermarks.add(watermark);
        }
    };

    @Test
    void oneOfEachBadThingLosesNothingElse() {
        ReplaySummary summary = replay(
                frame("C1", 1_000_000),
                frame("C2", 1_000_010),
                "nonsense",
                frame("C9", 1_000_100),
                weight("P1", 1_000_100),
                weight("P1", 1_000_200).replace("[1]", "[NaN]"),
                frame("C1", 1_005_000),
                weight("P1", 1_002_000),
                frame("C2", 87_400_000),
                weight("P1", 1_005_100),
                "{\"type\":\"later\",\"t\":1}",
                frame("C1", 1_005_200));
        assertThat(observed)
                .extracting(Observation::ownTime)
                .containsExactly(1_000_000L, 1_000_010L, 1_000_100L, 1_005_000L, 1_005_100L, 1_005_200L);
        assertThat(summary.lines()).isEqualTo(12);
        assertThat(summary.problems())
                .isEqualTo(Map.of(
                        Problem.Kind.MALFORMED, 1L,
                        Problem.Kind.UNKNOWN_SENSOR, 1L,
                        Problem.Kind.WRONG_VALUE, 1L,
                        Problem.Kind.LATE, 1L,
                        Problem.Kind.CLOCK, 1L));
        assertThat(summary.unknownTypes()).isEqualTo(Map.of("later", 1L));
        assertThat(summary.observations()).isEqualTo(Map.of("detections", 4L, "weight", 2L));
        assertThat(summary.seconds()).isEqualTo(5.2);
        assertThat(problems).hasSize(5).allMatch(p -> p.line() > 0 && p.file().equals("observations.ndjson"));
    }

    @Test
    void theWatermarkPassesEverythingAtTheEnd() {
        ReplaySummary summary = replay(frame("C1", 1_000_000), frame("C2", 1_000_010));
        assertThat(watermarks.getLast()).isEqualTo(1_000_010 + Replay.END_MILLIS);
        assertThat(summary.firstTime()).isEqualTo(1_000_000);
    }

    @Test
    void nothingAtAllIsFineToo() {
        ReplaySummary summary = replay("");
        assertThat(summary.observed()).isZero();
        assertThat(summary.seconds()).isZero();
        assertThat(watermarks).isEmpty();
    }

    @Test
    void aProductThatNobodyIntroducedIsToldWhateverTheOrderOfArrival() {
        String gtin = "00000000000017";
        String product = "{\"type\":\"catalog\",\"t\":1000500,\"products\":[{\"gtin\":\"" + gtin
                + "\",\"name\":\"New\",\"weight\":5,\"price\":1}]}";
        String early = "{\"type\":\"planogram\",\"t\":1000400,\"plateId\":\"P1\",\"rows\":[{\"gtin\":\"" + gtin
                + "\",\"quantity\":1}]}";
        String after = early.replace("1000400", "1000600");
        ReplaySummary summary = replay(frame("C1", 1_000_000), frame("C2", 1_000_010), after, product, early);
        assertThat(summary.observed()).isEqualTo(5);
        assertThat(problems).singleElement().satisfies(p -> {
            assertThat(p.kind()).isEqualTo(Problem.Kind.UNKNOWN_PRODUCT);
            assertThat(p.line()).isEqualTo(5);
        });
    }

    /** Where somebody has the contract's recordings beside the checkout, they must read without a complaint. */
    @ParameterizedTest
    @ValueSource(strings = {"samples/kiosk-calm", "narrow/01", "real/cmc1"})
    void theContractsRecordingsReadWithoutAComplaint(String name) {
        Path contract = Path.of(System.getProperty("openaisle.contract", "../../shared/contract"));
        assumeTrue(Files.isDirectory(contract), "needs ../shared/contract");
        ReplaySummary summary =
                Replay.run(RecordingFolder.open(contract.resolve(name)), sink, problems::add, (r, t, w) -> {});
        assertThat(problems).isEmpty();
        assertThat(summary.observed()).isEqualTo(summary.lines()).isGreaterThan(1000);
    }

    private ReplaySummary replay(String... lines) {
        RecordingFolder recording = TestStore.recording(folder, String.join("\n", lines));
        return Replay.run(recording, sink, problems::add, (read, total, watermark) -> {});
    }

    private static String frame(String camera, long t) {
        return "{\"type\":\"detections\",\"t\":" + t + ",\"cameraId\":\"" + camera + "\",\"people\":[]}";
    }

    private static String weight(String plate, long t) {
        return "{\"type\":\"weight\",\"t\":" + t + ",\"plateId\":\"" + plate + "\",\"interval\":50,\"grams\":[1]}";
    }
}
