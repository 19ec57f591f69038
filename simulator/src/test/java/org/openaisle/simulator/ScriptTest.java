package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openaisle.model.Observation;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.StaffNotice;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Truth;

/** What is written is what happens. */
class ScriptTest {
    private static final long SEED = 3;
    private static final String SHELVES = """
            back  | cola 355g x6 | bar-dark 90g x9, bar-milk 90.5g x8 |
            back  | soap 520g x3 | tea 180g x4                        |
            right | pizza 420g x5 over 3 |
            """;

    private final List<Observation> observations = new ArrayList<>();

    private Simulation played(String people) {
        Simulation simulation = Simulation.of(Script.parse(SHELVES + people), SEED);
        simulation.run(new Recorder() {
            @Override
            public void observation(Observation observation) {
                observations.add(observation);
            }

            @Override
            public void moment(Truth.Moment moment) {}
        });
        return simulation;
    }

    /** The truth's events as "8.9 take 1 cola by p1", seconds rounded down. */
    private static List<String> events(Simulation simulation) {
        return simulation.truth().events().stream()
                .map(e -> (e.t() - Script.begin()) / 1000 + "s " + e.kind() + " " + e.quantity() + " "
                        + (e.gtin() == null
                                ? "thing"
                                : simulation.catalog().find(e.gtin()).name())
                        + " " + e.token())
                .toList();
    }

    private <T extends Observation> List<T> all(Class<T> kind) {
        return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void shelvesStandAsTheyAreDrawn() {
        Simulation simulation = played("anna | 0s enter | 5s leave");
        assertThat(simulation.store().planogram())
                .extracting(r ->
                        r.plateId() + " " + simulation.catalog().find(r.gtin()).name() + " x" + r.quantity())
                .containsExactly(
                        "F1-S1-P1 soap x3",
                        "F1-S1-P2 tea x4",
                        "F1-S2-P1 cola x6",
                        "F1-S2-P2 bar-dark x9",
                        "F1-S2-P2 bar-milk x8",
                        "F2-S1-P1 pizza x0",
                        "F2-S1-P2 pizza x5",
                        "F2-S1-P3 pizza x0");
        // To who stands before the shelves, what is drawn on the left is on the left.
        for (var fixture : simulation.store().fixtures()) {
            List<Plate> shelf = fixture.shelves().getFirst().plates();
            Point2 right = shelf.getLast()
                    .front()
                    .middle()
                    .minus(shelf.getFirst().front().middle());
            assertThat(fixture.outward().cross(right)).as(fixture.fixtureId()).isPositive();
        }
    }

    @Test
    void peopleDoWhatTheyAreToldWhenTheyAreTold() {
        Simulation simulation = played("""
                anna       | 0s enter | 14s take 2 bar-milk | 19s put bar-milk on tea | 25s give bar-milk to ben | 36s leave
                ben        | 2s enter | 14s take cola       | 19s put cola            | 37s leave
                sam, staff | 5s enter with 3 soap           | 23s put 2 soap          | 31s take tea             | 38s leave
                """);
        // A hand takes about a second to get there; one soap goes down after the other.
        assertThat(events(simulation))
                .containsExactlyInAnyOrder(
                        "14s TAKE 2 bar-milk anna",
                        "15s TAKE 1 cola ben",
                        "19s MISPLACE 1 bar-milk anna",
                        "19s RETURN 1 cola ben",
                        "24s RESTOCK 1 soap sam",
                        "26s RESTOCK 1 soap sam",
                        "25s HANDOVER 1 bar-milk anna",
                        "32s RESTOCK -1 tea sam");
        assertThat(all(StaffNotice.class)).extracting(StaffNotice::token).containsExactly("sam");
    }

    @Test
    void thingsAreLaidDownAndFetched() {
        Simulation simulation = played("anna | 0s enter | 9s lay bag 700g on cola | 15s fetch bag | 20s leave");
        assertThat(events(simulation)).containsExactly("9s FOREIGN 1 thing anna", "15s FOREIGN -1 thing anna");
    }

    @Test
    void partiesComeOnOneCodeAndOthersOnNone() {
        Simulation simulation = played("""
                anna, code for 2   | 0s enter | 20s leave
                kim, child of anna | 1s enter | 20s leave
                lou, with anna     | 2s enter | 20s leave
                zoe, without code  | 3s enter | 20s leave
                ben                | 4s enter | 15s vanish
                """);
        assertThat(all(GateScan.class))
                .extracting(s -> s.token() + s.partySize())
                .containsExactly("anna2", "ben1");
        assertThat(simulation.truth().visits())
                .extracting(v -> v.token() + v.partySize())
                .containsExactlyInAnyOrder("anna3", "null1", "ben1");
        assertThat(all(GateCrossing.class))
                .as("five come in, four go out by the gate")
                .hasSize(9);
    }

    @Test
    void sensorsFailAsLongAsTheyAreToldTo() {
        played("""
                anna   | 0s enter | 20s leave
                faults | 4s cola silent for 6s | 5s tea stuck | 6s camera 2 silent for 3s | 15s cameras silent
                """);
        assertThat(samplesWithin("F1-S2-P1", 4.0, 9.9)).isEmpty();
        assertThat(samplesWithin("F1-S2-P1", 10.5, 15)).isNotEmpty();
        assertThat(samplesWithin("F1-S1-P2", 6, 15).stream().distinct()).hasSize(1);
        assertThat(framesWithin("C2", 6.1, 8.9)).isZero();
        assertThat(framesWithin("C2", 9.1, 14)).isPositive();
        assertThat(framesWithin("C1", 6.1, 8.9)).isPositive();
        assertThat(framesWithin("C1", 15.1, 30)).isZero();
    }

    private List<Double> samplesWithin(String plate, double from, double to) {
        List<Double> found = new ArrayList<>();
        for (WeightSamples line : all(WeightSamples.class)) {
            for (int i = 0; i < line.grams().length; i++) {
                double t = (line.t() - Script.begin() + i * line.intervalMillis()) / 1000.0;
                if (line.plateId().equals(plate) && t > from && t < to) {
                    found.add(line.grams()[i]);
                }
            }
        }
        return found;
    }

    private long framesWithin(String camera, double from, double to) {
        return all(CameraFrame.class).stream()
                .filter(f -> f.cameraId().equals(camera))
                .mapToDouble(f -> (f.t() - Script.begin()) / 1000.0)
                .filter(t -> t > from && t < to)
                .count();
    }

    @Test
    void whatLiesAcrossThreePlatesWeighsOnAllThree() {
        played("anna | 0s enter | 10s take pizza | 20s leave");
        double sum = 0;
        for (String plate : List.of("F2-S1-P1", "F2-S1-P2", "F2-S1-P3")) {
            double step = mean(samplesWithin(plate, 15, 20)) - mean(samplesWithin(plate, 1, 6));
            assertThat(step).as(plate).isBetween(-300.0, -60.0);
            sum += step;
        }
        assertThat(sum).isBetween(-440.0, -400.0);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    @Test
    void theSameSeedIsTheSameSceneAndAnotherSeedAnother() {
        String anna = "anna | 0s enter | 9s take cola, left hand, tilted 4s | 20s leave";
        played(anna);
        List<String> once = text();
        observations.clear();
        played(anna);
        assertThat(text()).isEqualTo(once);
        Script script = Script.parse(SHELVES + anna);
        assertThat(Simulation.of(script, SEED + 1).store())
                .isNotEqualTo(Simulation.of(script, SEED).store());
    }

    private List<String> text() {
        return observations.stream()
                .map(o -> o.t() + o.sensorId() + o.content())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "anna 0s enter; expected bars",
                "anna | 0s enter | 9s steal cola; expected one of enter, take",
                "anna | 0s enter | 9s take beer; a product that stands on a shelf",
                "anna | 0s enter | 9s take 0 cola; a whole number",
                "anna | 0s enter | 9 take cola; a time such as 2.5s",
                "anna | 0s enter | 9s take cola slowly; nothing more instead of 'slowly'",
                "anna | 0s enter | 9s take cola, third hand; one of left, right",
                "anna | 0s enter | 9s put cola, held 3s; one of left, right, standing",
                "anna | 0s enter | 9s give cola to ben; who is not in the script",
                "anna | 0s enter | 9s fetch bag; has not been laid down",
                "anna | 5s enter | 5s leave; does not come after",
                "anna | 0s take cola; first enter",
                "anna | 0s enter | 9s leave | 12s take cola; do nothing after they have left",
                "kim, child of anna | 0s enter | 9s leave; no line above",
                "anna, grumpy | 0s enter | 9s leave; expected one of with, child",
                "Anna | 0s enter | 9s leave; a name of small letters",
                "faults | 3s cola dusty; expected one of silent, stuck, noisy",
                "faults | 3s camera 9 silent; a number up to 4",
                "front | cola 355g x6; expected a time",
                "back | cola 355g x6; has a place already",
                "back | milk x6; a weight such as 355g",
                "back | milk 500g; a number such as x6",
                "back | milk 500g x3 over 3, rice 500g x3; only a single product"
            })
    void whatIsNotUnderstoodIsRefused(String line, String complaint) {
        assertThatThrownBy(() -> Script.parse(SHELVES + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aRefusalNamesTheLine() {
        assertThatThrownBy(() -> Script.parse(SHELVES + "\nanna | 0s enter | 9s sing"))
                .hasMessageContaining("line 5 of the script, 'anna | 0s enter | 9s sing'")
                .hasMessageContaining("instead of 'sing'");
        assertThatThrownBy(() -> Script.parse(SHELVES)).hasMessageContaining("nobody comes");
        assertThatThrownBy(() -> Script.parse("anna | 0s enter | 9s leave\n" + SHELVES))
                .hasMessageContaining("shelves come before people");
    }
}
