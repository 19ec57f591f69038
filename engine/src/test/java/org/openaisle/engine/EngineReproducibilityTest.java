package org.openaisle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.Output.VisitDecided;

/** What is decided follows from the observations in event order, and from nothing else. */
class EngineReproducibilityTest {
    private static final long ALLOWANCE_MILLIS = 2000;
    private static final double LONG = 42;
    private static final ShopDay DAY = day();
    private static final List<Observation> OBSERVATIONS = DAY.observations(LONG);
    private static final List<Output> EXPECTED = run(OBSERVATIONS);

    /** Two who take from both plates within seconds of each other: enough doubt for probabilities to matter. */
    private static ShopDay day() {
        ShopDay day = new ShopDay(ShopPlan.empty()
                .knows(1, 355)
                .knows(2, 358)
                .plate("P1", 1)
                .plate("P2", 2)
                .camera("C1", 5.8, 5.6)
                .camera("C2", 5.8, 3));
        day.visit("anna", 5, 30)
                .moves(11, "P1", -355)
                .moves(16, "P2", -358)
                .moves(22, "P2", 358)
                .out();
        day.visit("ben", 7, 33)
                .moves(13, "P2", -716)
                .moves(17, "P1", -355)
                .moves(24, "P2", 358)
                .out();
        return day;
    }

    private static Engine engine() {
        return new Engine(DAY.plan.store(), DAY.plan.catalog(), EngineParameters.defaults());
    }

    /** Every observation as it arrives, with the watermark that the contract gives: the newest own time less the allowance. */
    private static List<Output> run(List<Observation> arriving) {
        Engine engine = engine();
        List<Output> outputs = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        for (Observation o : arriving) {
            newest = Math.max(newest, o.ownTime());
            outputs.addAll(engine.observe(o));
            outputs.addAll(engine.advanceTo(newest - ALLOWANCE_MILLIS));
        }
        outputs.addAll(engine.advanceTo(ShopDay.millis(LONG + 10)));
        assertThat(engine.lateObservations()).as("late observations").isZero();
        return outputs;
    }

    private static List<Output> decided(List<Output> outputs) {
        return outputs.stream().filter(VisitDecided.class::isInstance).toList();
    }

    /** Without the empty floors before the first observation: when time begins depends on the first watermark. */
    private static List<Output> fromTheFirst(List<Output> outputs) {
        return outputs.stream().filter(o -> o.t() > ShopDay.millis(1)).toList();
    }

    @Test
    void theDayHasReceiptsToCompare() {
        assertThat(decided(EXPECTED)).hasSize(2);
    }

    @Test
    void theSameObservationsGiveTheSameOutputs() {
        assertThat(run(OBSERVATIONS)).isEqualTo(EXPECTED);
    }

    @Test
    void theSameDecisionsWhenEveryObservationArrivesAnewWithinTheAllowance() {
        for (long seed = 1; seed <= 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            record Arrival(long at, Observation observation) {}
            List<Observation> arriving = OBSERVATIONS.stream()
                    .map(o -> new Arrival(o.ownTime() + random.nextLong(ALLOWANCE_MILLIS), o))
                    .sorted(Comparator.comparingLong(Arrival::at))
                    .map(Arrival::observation)
                    .toList();

            assertThat(arriving).isNotEqualTo(OBSERVATIONS);
            assertThat(decided(run(arriving)))
                    .as("decisions with seed %d", seed)
                    .isEqualTo(decided(EXPECTED));
        }
    }

    @Test
    void theSameOutputsHoweverFarTimeLeapsAtOnce() {
        for (long seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            Engine engine = engine();
            List<Output> outputs = new ArrayList<>();
            int next = 0;
            while (next < OBSERVATIONS.size()) {
                int until = Math.min(OBSERVATIONS.size(), next + 1 + random.nextInt(300));
                List<Observation> batch = new ArrayList<>(OBSERVATIONS.subList(next, until));
                Collections.shuffle(batch, random);
                batch.forEach(engine::observe);
                long allBefore =
                        until < OBSERVATIONS.size() ? OBSERVATIONS.get(until).ownTime() : ShopDay.millis(LONG);
                outputs.addAll(engine.advanceTo(allBefore));
                next = until;
            }
            outputs.addAll(engine.advanceTo(ShopDay.millis(LONG + 10)));

            assertThat(fromTheFirst(outputs)).as("outputs with seed %d", seed).isEqualTo(fromTheFirst(EXPECTED));
        }
    }

    @Test
    void allObservationsAtOnceAndThenTheWholeDayGivesTheSame() {
        Engine engine = engine();
        List<Observation> backwards = new ArrayList<>(OBSERVATIONS);
        Collections.reverse(backwards);
        backwards.forEach(engine::observe);

        assertThat(fromTheFirst(engine.advanceTo(ShopDay.millis(LONG + 10)))).isEqualTo(fromTheFirst(EXPECTED));
    }

    @Test
    void whatComesBehindTheWatermarkIsCountedAndLeftOut() {
        Engine engine = engine();
        List<Output> outputs = new ArrayList<>();
        Observation last = OBSERVATIONS.getFirst();
        int late = 0;
        for (int i = 0; i < OBSERVATIONS.size(); i++) {
            Observation o = OBSERVATIONS.get(i);
            engine.observe(o);
            outputs.addAll(engine.advanceTo(o.ownTime() - ALLOWANCE_MILLIS));
            if (last.ownTime() < o.ownTime() - ALLOWANCE_MILLIS - 1000) {
                engine.observe(last);
                last = o;
                late++;
            }
        }
        outputs.addAll(engine.advanceTo(ShopDay.millis(LONG + 10)));

        assertThat(late).isPositive();
        assertThat(engine.lateObservations()).isEqualTo(late);
        assertThat(outputs).isEqualTo(EXPECTED);
    }

    @Test
    void timeNeverGoesBack() {
        Engine engine = engine();
        engine.advanceTo(ShopDay.millis(20));

        assertThat(engine.advanceTo(ShopDay.millis(10))).isEmpty();
        engine.observe(OBSERVATIONS.getFirst());
        assertThat(engine.lateObservations()).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoppedAndResumedAnywhereSaysTheSame() {
        Random random = new Random(20_260_102);
        Engine engine = engine();
        List<Output> outputs = new ArrayList<>();
        int resumed = 0;
        for (Observation o : OBSERVATIONS) {
            outputs.addAll(engine.observe(o));
            outputs.addAll(engine.advanceTo(o.ownTime() - ALLOWANCE_MILLIS));
            if (random.nextInt(25) == 0) {
                engine = Engine.resume(engine.snapshot());
                resumed++;
            }
        }
        outputs.addAll(engine.advanceTo(ShopDay.millis(LONG + 10)));

        assertThat(resumed).isGreaterThan(20);
        assertThat(outputs).isEqualTo(EXPECTED);
    }

    @Test
    void aSnapshotDisturbsNothingAndCarriesTheLateCount() {
        Engine engine = engine();
        engine.advanceTo(ShopDay.millis(20));
        engine.observe(OBSERVATIONS.getFirst());

        assertThat(Engine.resume(engine.snapshot()).lateObservations()).isEqualTo(1);
        assertThat(engine.lateObservations()).isEqualTo(1);
    }

    private static byte[] snapshotAtNoon() {
        Engine engine = engine();
        OBSERVATIONS.subList(0, OBSERVATIONS.size() / 2).forEach(engine::observe);
        engine.advanceTo(ShopDay.millis(LONG / 2 - 2));
        return engine.snapshot().bytes();
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> Engine.resume(new Snapshot(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("snapshot");
    }

    @Test
    void bytesThatAreNoSnapshotAreRefused() {
        assertRefused(new byte[0]);
        assertRefused("not a snapshot".getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertRefused(noise);
    }

    @Test
    void aSnapshotThatWasCutOffIsRefused() {
        byte[] whole = snapshotAtNoon();
        Random random = new Random(2);
        for (int i = 0; i < 30; i++) {
            assertRefused(Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
    }

    @Test
    void aSnapshotInWhichBytesWereChangedIsRefusedOrResumesAndNothingElse() {
        byte[] whole = snapshotAtNoon();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            try {
                Engine.resume(new Snapshot(damaged));
            } catch (IllegalArgumentException e) {
                assertThat(e).as("bit changed at %d", at).hasMessageContaining("snapshot");
            }
        }
    }

    @Test
    void somethingElseThatWasWrittenAsAnObjectIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("not an engine")));
        }
        assertRefused(bytes.toByteArray());
    }
}
