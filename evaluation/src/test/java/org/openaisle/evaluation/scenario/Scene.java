package org.openaisle.evaluation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Catalog;
import org.openaisle.model.Decision;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Truth;
import org.openaisle.simulator.Script;
import org.openaisle.simulator.Simulation;

/**
 * A scene that was played once: its script through the simulator's sensors into the engine as a store has it. The seed draws what the script
 * leaves open: where cameras hang, how people look, how plates ring, and all noise.
 */
final class Scene {
    /** The first ones, as they come. */
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);

    static {
        System.out.println("scenes are played with the seeds " + SEEDS);
    }

    private final long seed;
    private final Catalog catalog;
    private final Truth truth;
    private final Map<String, String> plates = new TreeMap<>();
    private final List<Output> outputs;

    private Scene(String script, long seed) {
        this.seed = seed;
        Played played = new Played(Simulation.of(Script.parse(script), seed));
        catalog = played.simulation.catalog();
        truth = played.truth();
        outputs = List.copyOf(played.outputs);
        played.simulation.store().planogram().forEach(row -> plates.put(name(row.gtin()), row.plateId()));
    }

    /** The same scene with every seed. */
    static List<Scene> played(String script) {
        return SEEDS.stream().map(seed -> new Scene(script, seed)).toList();
    }

    /** Asserts what really happened, so that a test is about the scene that it draws, and that the receipts say so. */
    Scene isDecidedAs(String... receipts) {
        happenedAs(receipts);
        assertThat(receipts()).as("receipts, %s", this).containsExactlyInAnyOrder(receipts);
        return this;
    }

    /** Asserts what the visits carried out, such as "anna: cola, soda x2"; somebody without a code is "?". */
    Scene happenedAs(String... visits) {
        List<String> carried = new ArrayList<>();
        for (Truth.Visit visit : truth.visits()) {
            if (!visit.staff()) {
                carried.add(words(visit.token(), carried(visit)));
            }
        }
        assertThat(carried).as("what happened, %s", this).containsExactlyInAnyOrder(visits);
        return this;
    }

    /** Asserts that whoever's receipt is wrong is charged too little, never too much. */
    Scene chargesNobodyTooMuch() {
        for (Truth.Visit visit : truth.visits()) {
            if (visit.token() != null && receiptOf(visit.token()) instanceof Decision receipt) {
                Map<String, Integer> carried = carried(visit);
                units(receipt)
                        .forEach((product, n) -> assertThat(n)
                                .as("%s charged to %s, %s", product, visit.token(), this)
                                .isLessThanOrEqualTo(carried.getOrDefault(product, 0)));
            }
        }
        return this;
    }

    /** Asserts that every receipt is right or asks for a person's look. */
    Scene knowsWhatItDoesNotKnow() {
        for (Truth.Visit visit : truth.visits()) {
            if (visit.token() != null && receiptOf(visit.token()) instanceof Decision receipt) {
                assertThat(receipt.review() || units(receipt).equals(carried(visit)))
                        .as(
                                "%s is right or to be reviewed, confidence %.2f, %s",
                                words(visit.token(), units(receipt)), receipt.confidence(), this)
                        .isTrue();
            }
        }
        return this;
    }

    /** Asserts that a sensor's state was told; plates are named by the products that stand there. */
    Scene tells(String sensor, SensorHealth.State state) {
        String id = plates.getOrDefault(sensor, sensor);
        assertThat(all(SensorHealth.class))
                .as("health of %s, %s", id, this)
                .anyMatch(h -> h.sensorId().equals(id) && h.state() == state);
        return this;
    }

    List<String> receipts() {
        return all(Output.VisitDecided.class).stream()
                .map(v -> words(v.decision().token(), units(v.decision())))
                .toList();
    }

    private @Nullable Decision receiptOf(String token) {
        return all(Output.VisitDecided.class).stream()
                .map(Output.VisitDecided::decision)
                .filter(d -> token.equals(d.token()))
                .findFirst()
                .orElse(null);
    }

    /** What was said of somebody's cart while they shopped, such as "cola x2". */
    List<String> cart(String token) {
        return all(Output.CartChanged.class).stream()
                .filter(c -> token.equals(c.token()))
                .map(c -> name(c.gtin()) + " x" + c.quantity())
                .toList();
    }

    <T extends Output> List<T> all(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Seconds of the script. */
    static double seconds(long t) {
        return (t - Script.begin()) / 1000.0;
    }

    private Map<String, Integer> carried(Truth.Visit visit) {
        Map<String, Integer> units = new TreeMap<>();
        visit.lines().forEach(l -> units.put(name(l.gtin()), l.quantity()));
        return units;
    }

    private Map<String, Integer> units(Decision decision) {
        Map<String, Integer> units = new TreeMap<>();
        decision.lines().forEach(l -> units.put(name(l.gtin()), l.quantity()));
        return units;
    }

    private String name(Gtin gtin) {
        return Objects.requireNonNull(catalog.find(gtin)).name();
    }

    private static String words(@Nullable String token, Map<String, Integer> units) {
        List<String> words = new ArrayList<>();
        units.forEach((name, n) -> words.add(n == 1 ? name : name + " x" + n));
        String who = token == null ? "?" : token;
        return words.isEmpty() ? who + ":" : who + ": " + String.join(", ", words);
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
