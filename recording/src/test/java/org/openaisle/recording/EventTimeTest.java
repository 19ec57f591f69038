package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Observation;

/** Lines are written as sensor and second: "A 3" is what camera A says at second 3. */
class EventTimeTest {
    private static final long START = 1_767_600_000_000L;
    private static final long DAY = 86_400;

    private final List<Problem> problems = new ArrayList<>();
    private final EventTime time = new EventTime("o", problems::add);
    private final List<String> given = new ArrayList<>();
    private long lines;

    @Test
    void theWatermarkIsTwoSecondsBehindTheNewest() {
        hear("A 0", "B 0", "A 5", "B 4");
        assertThat(given).containsExactly("A 0", "B 0", "A 5", "B 4");
        assertThat(watermark()).isEqualTo(3);
    }

    @Test
    void aLineBehindTheWatermarkIsLateAndOneOnItIsNot() {
        hear("A 0", "B 0", "A 5", "B 2.9", "B 3");
        assertThat(given).containsExactly("A 0", "B 0", "A 5", "B 3");
        assertThat(kinds()).containsExactly(Problem.Kind.LATE);
        assertThat(problems.getFirst().toString()).contains("o, line 4", "of B", "2.1 s behind");
    }

    @Test
    void nothingIsBelievedBeforeTwoAgree() {
        hear("A 0");
        assertThat(given).isEmpty();
        assertThat(time.watermark()).isEqualTo(Long.MIN_VALUE);
        hear("B 1");
        assertThat(given).containsExactly("A 0", "B 1");
    }

    @Test
    void aSensorThatBeginsADayAheadIsLeftOut() {
        hear("X " + DAY, "A 0", "X " + (DAY + 1), "B 0", "A 1", "B 1");
        assertThat(given).containsExactly("A 0", "B 0", "A 1", "B 1");
        hear("A 9", "B 10", "A 12");
        assertThat(kinds()).containsExactly(Problem.Kind.CLOCK, Problem.Kind.CLOCK);
        assertThat(watermark()).isEqualTo(10);
    }

    @Test
    void aSensorThatBeginsADayBackIsLeftOut() {
        hear("X " + -DAY, "A 0", "B 0", "X " + (-DAY + 1), "A 1");
        assertThat(given).containsExactly("A 0", "B 0", "A 1");
        assertThat(kinds()).containsExactly(Problem.Kind.CLOCK, Problem.Kind.LATE);
    }

    @Test
    void aLeapAheadDoesNotDragTheWatermark() {
        hear("A 0", "B 0", "X 0", "A 1", "X " + DAY, "B 1", "X " + (DAY + 1), "A 2", "B 3");
        assertThat(given).containsExactly("A 0", "B 0", "X 0", "A 1", "B 1", "A 2", "B 3");
        assertThat(watermark()).isEqualTo(1);
    }

    @Test
    void aSensorThatComesBackToItsSensesIsHeardAgain() {
        hear("A 0", "B 0", "X 0", "X " + DAY, "A 1", "B 1", "X 1", "A 12", "B 12", "X 12");
        assertThat(given).containsExactly("A 0", "B 0", "X 0", "A 1", "B 1", "X 1", "A 12", "B 12", "X 12");
    }

    @Test
    void severalThatLeapTogetherAreStillFewerThanTheOthers() {
        hear("A 0", "B 0", "C 0", "X 0", "Y 0", "X " + DAY, "Y " + DAY, "X " + DAY, "A 1", "B 1", "C 1");
        assertThat(watermark()).isEqualTo(-1);
        assertThat(given).endsWith("A 1", "B 1", "C 1");
    }

    @Test
    void smallStepsDoNotLeadASensorAwayEither() {
        hear("A 0", "B 0");
        for (int s = 5; s <= 100; s += 5) {
            hear("X " + s, "A " + s / 100.0);
        }
        assertThat(time.newest()).isEqualTo(START + 10_000);
        finish();
        assertThat(kinds()).contains(Problem.Kind.CLOCK);
    }

    @Test
    void afterASilenceOfAllTheFirstToAgreeCarryTheDay() {
        hear("A 0", "B 0", "C 0", "A 3600", "A 3601");
        assertThat(given).hasSize(3);
        hear("B 3601");
        assertThat(given).containsExactly("A 0", "B 0", "C 0", "A 3600", "A 3601", "B 3601");
        assertThat(watermark()).isEqualTo(3599);
        assertThat(problems).isEmpty();
    }

    @Test
    void theOnlySensorThatIsLeftGoesOn() {
        hear("A 0", "B 0", "C 0");
        for (int s = 1; s <= 60; s++) {
            hear("A " + s);
        }
        assertThat(watermark()).isEqualTo(58);
        assertThat(given).hasSize(63);
        assertThat(problems).isEmpty();
    }

    @Test
    void theOnlySensorThatComesBackIsBelievedAfterAWhile() {
        hear("A 0", "B 0", "C 0");
        for (int s = 1000; s <= 1030; s++) {
            hear("A " + s);
        }
        assertThat(watermark()).isEqualTo(1028);
        assertThat(given).hasSize(34);
    }

    @Test
    void aStoreOfOneSensorIsHeard() {
        for (int s = 0; s <= 30; s++) {
            hear("A " + s);
        }
        assertThat(watermark()).isEqualTo(28);
        assertThat(given).hasSize(31);
    }

    @Test
    void aShortRecordingOfOneSensorIsHeardAtItsEnd() {
        hear("A 0", "A 1", "A 2");
        assertThat(given).isEmpty();
        finish();
        assertThat(given).containsExactly("A 0", "A 1", "A 2");
        assertThat(problems).isEmpty();
    }

    @Test
    void ofTwoThatContradictEachOtherFromTheBeginningTheEarlierIsBelieved() {
        for (int s = 0; s <= 20; s++) {
            hear("X " + (DAY + s), "A " + s);
        }
        finish();
        assertThat(watermark()).isEqualTo(18);
        assertThat(given).hasSize(21).allMatch(l -> l.startsWith("A"));
        assertThat(kinds()).containsOnly(Problem.Kind.CLOCK).hasSize(21);
    }

    @Test
    void whatTwoSayAfterASilenceIsHeardEvenWhenTheRecordingEndsThere() {
        hear("A 0", "B 0", "C 0", "D 0", "E 0", "A 100", "B 101");
        assertThat(given).hasSize(5);
        finish();
        assertThat(given).endsWith("A 100", "B 101");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatNobodyConfirmsIsToldAtTheEnd() {
        hear("A 0", "B 0", "C 0", "A " + DAY);
        finish();
        assertThat(kinds()).containsExactly(Problem.Kind.CLOCK);
    }

    @Test
    void aMadClockCostsNoEndlessMemory() {
        hear("A 0", "B 0", "C 0");
        for (int i = 0; i < 30_000; i++) {
            hear("X " + (DAY + (i % 2) * 100));
        }
        assertThat(kinds()).hasSizeGreaterThanOrEqualTo(10_000).containsOnly(Problem.Kind.CLOCK);
    }

    /** Whatever the arrival within 2 s, the same lines are given, and each before the watermark passes it. */
    @Test
    void arrivalWithinTwoSecondsDoesNotMatter() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<Observation> sent = new ArrayList<>();
            for (int sensor = 0; sensor < 6; sensor++) {
                for (int i = 0; i < 200; i++) {
                    // All fall silent for an hour in the middle; the last sensor leaps a day in the second half.
                    long at = i * 100L
                            + sensor * 7L
                            + (i < 100 ? 0 : 3_600_000)
                            + (sensor == 5 && i > 150 ? DAY * 1000 : 0);
                    sent.add(new Observation.CameraFrame(START + at, "S" + sensor, List.of()));
                }
            }
            record Arrival(long at, Observation observation) {}
            List<Arrival> arrivals = new ArrayList<>(sent.stream()
                    .map(o -> new Arrival((o.t() - START) % (DAY * 1000) + random.nextInt(2000), o))
                    .toList());
            arrivals.sort(Comparator.comparingLong(Arrival::at));
            List<Problem> told = new ArrayList<>();
            EventTime fresh = new EventTime("o", told::add);
            int heard = 0;
            long passed = Long.MIN_VALUE;
            for (Arrival a : arrivals) {
                for (Parsed.Good g : fresh.accept(new Parsed.Good(++lines, a.observation))) {
                    assertThat(g.observation().ownTime()).as("seed %d", seed).isGreaterThanOrEqualTo(passed);
                    heard++;
                }
                passed = fresh.watermark();
            }
            heard += fresh.finish().size();
            assertThat(heard).as("seed %d: %s", seed, told).isEqualTo(6 * 200 - 49);
            assertThat(told).hasSize(49).allMatch(p -> p.kind() == Problem.Kind.CLOCK);
        }
    }

    private void hear(String... said) {
        for (String line : said) {
            String[] parts = line.split(" ");
            long at = START + Math.round(Double.parseDouble(parts[1]) * 1000);
            take(time.accept(new Parsed.Good(++lines, new Observation.CameraFrame(at, parts[0], List.of()))));
        }
    }

    private void finish() {
        take(time.finish());
    }

    private void take(List<Parsed.Good> accepted) {
        for (Parsed.Good g : accepted) {
            given.add(g.observation().sensorId() + " " + text(g.observation().t() - START));
        }
    }

    private static String text(long millis) {
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    private double watermark() {
        return (time.watermark() - START) / 1000.0;
    }

    private List<Problem.Kind> kinds() {
        return problems.stream().map(Problem::kind).toList();
    }
}
