package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.app.load.CartLoad;
import org.openaisle.app.load.Latencies;
import org.openaisle.app.load.PlatformDatabase;
import org.openaisle.app.load.SimpleUpdates;
import org.openaisle.app.tell.Delivery;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.EngineEvents;
import org.openaisle.app.tell.Platform;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.recording.RecordingFolder;

/**
 * A platform in a process of its own: told a recording, killed (-9) at random meanwhile with its database process left behind, and under load.
 * {@code -Dopenaisle.kills=20} for more than the few kills of every build.
 */
class PlatformProcessTest {
    private static final int KILLS = Integer.getInteger("openaisle.kills", 2);
    private static final long SEED = Long.getLong("openaisle.seed", 4);
    private static final int BATCH = 4;
    private static final String RUN = "sample";
    private static final Path SAMPLE = Path.of(System.getProperty("openaisle.root"), "samples", "corner-shop");

    private final Random random = new Random(SEED);

    @TempDir
    private static Path folder;

    private static PlatformProcess platform;
    private static PlatformDatabase database;

    @BeforeAll
    static void serve() throws Exception {
        platform = PlatformProcess.start(folder.resolve("data"), "-Xmx512m");
        database = new PlatformDatabase(platform.data());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void afterKillsVisitsCartsAndEventsAreThoseOfTheUndisturbedRun() throws Exception {
        System.out.println("kills " + KILLS + ", seed " + SEED);
        UUID calm = UUID.randomUUID();
        UUID killed = UUID.randomUUID();
        DeviceFile calmNode = database.newStores(calm, 1).getFirst();
        DeviceFile killedNode = database.newStores(killed, 1).getFirst();
        long events = replayTwice(calm, calmNode, folder.resolve("node.json"));

        tellWhileKilling(killedNode, events);
        assertThat(everything(killed)).isEqualTo(everything(calm));
        assertThat(database.rows(killed, "SELECT count(*) FROM inbox_event")).containsExactly(Long.toString(events));
    }

    @Test
    void whatALoadHasToldIsThereAndWhatIsMissingIsNoticed() throws Exception {
        UUID tenant = UUID.randomUUID();
        try (CartLoad load = new CartLoad(platform.url(), database.newStores(tenant, 5), SEED)) {
            Latencies latencies = load.run(50, Duration.ofSeconds(1));
            assertThat(load.acknowledged()).isEqualTo(latencies.count()).isBetween(45L, 55L);
            assertThat(latencies.millis(0.5)).isPositive().isLessThanOrEqualTo(latencies.millis(1));
            assertThat(load.difference(database, tenant)).isEmpty();
            database.rows(tenant, "UPDATE cart_line SET quantity = quantity + 1 RETURNING quantity");
            assertThat(load.difference(database, tenant)).contains("carts differ");
            database.rows(tenant, "DELETE FROM inbox_event WHERE sequence = 1 RETURNING 1");
            assertThat(load.difference(database, tenant)).contains("were acknowledged");
        }
        assertThat(SimpleUpdates.perSecond(database, 2, Duration.ofMillis(200), SEED))
                .isPositive();
        assertThat(Memory.residentMebibytes(platform.pid())).isGreaterThan(50);
    }

    /** The command, in peace; told again, the same recording changes nothing. */
    private static long replayTwice(UUID tenant, DeviceFile node, Path file) throws SQLException, IOException {
        node.write(file);
        Object[] command = {"replay", SAMPLE, "--to", platform.url(), "--device", file, "--run", RUN};
        CommandRun first = CommandRun.of(command);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).containsPattern("told [0-9]+ events in .* 0 known before, 0 refused; 0 outages");
        assertThat(database.rows(tenant, "SELECT state, count(*) FROM visit GROUP BY state ORDER BY state"))
                .as("the receipts of the replay, and somebody who has only just shown a code")
                .containsExactly("decided 11", "entered 1");
        List<List<String>> there = everything(tenant);
        CommandRun second = CommandRun.of(command);
        assertThat(second.code()).isZero();
        assertThat(second.out()).containsPattern(": 0 stored, [1-9][0-9]* known before, 0 refused");
        assertThat(everything(tenant)).isEqualTo(there);
        long events = Long.parseLong(
                database.rows(tenant, "SELECT count(*) FROM inbox_event").getFirst());
        assertThat(events).as("events of the recording").isGreaterThan(100);
        return events;
    }

    private void tellWhileKilling(DeviceFile node, long events)
            throws InterruptedException, IOException, ExecutionException {
        AtomicLong acknowledged = new AtomicLong();
        Semaphore changed = new Semaphore(0);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Long> told = thread.submit(() -> tell(node, count -> {
                acknowledged.set(count);
                changed.release();
            }));
            for (long at : moments(events)) {
                while (acknowledged.get() < at) {
                    assertThat(changed.tryAcquire(2, TimeUnit.MINUTES))
                            .as("it goes on")
                            .isTrue();
                }
                // Somewhere in the next request, before, in or after the commit.
                TimeUnit.MICROSECONDS.sleep(random.nextInt(8_000));
                platform.kill();
                assertThat(told.isDone()).as("killed while it was told").isFalse();
                platform.startAgain();
            }
            assertThat(told.get()).isEqualTo(events);
        }
    }

    /** After how many acknowledged events each kill comes, in order; none so late that nothing is left to be told. */
    private List<Long> moments(long events) {
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            moments.add(random.nextLong(events - 10L * BATCH));
        }
        moments.sort(null);
        return moments;
    }

    private static long tell(DeviceFile node, LongConsumer acknowledged) {
        try (Platform to = new Platform(platform.url(), null);
                Delivery delivery = new Delivery(to, node, BATCH, words -> {}, acknowledged)) {
            EngineEvents events = new EngineEvents(node.device(), RUN, delivery::add);
            EngineRun.of(RecordingFolder.open(SAMPLE), new EngineRun.Listener() {
                @Override
                public void observed(Observation observation) {
                    events.note(observation);
                }

                @Override
                public void accept(Output output) {
                    events.tell(output);
                }
            });
            delivery.finish();
            assertThat(delivery.refused()).as(delivery.summary(0)).isZero();
            return events.count();
        }
    }

    /** Visits, carts, receipts, alerts and events, without the ids that the platform makes and what the clock says. */
    private static List<List<String>> everything(UUID tenant) throws SQLException, IOException {
        List<List<String>> all = new ArrayList<>();
        for (String sql : List.of(
                """
                SELECT token, state, scanned, staff, announced_people, seen_people, entered_at, last_event_at, left_at, decided_at,
                  decided_event, review, confidence FROM visit ORDER BY token""",
                """
                SELECT v.token, gtin, quantity, probability, happened_at, shown_at, sequence, c.event_id
                FROM cart_line c JOIN visit v ON v.id = c.visit_id ORDER BY 1, 2""",
                """
                SELECT v.token, gtin, quantity, probability, evidence_ref
                FROM decided_line d JOIN visit v ON v.id = d.visit_id ORDER BY 1, 2""",
                "SELECT kind, subject, raised_at, cleared_at FROM alert WHERE kind <> 'device_silent' ORDER BY 1, 2",
                "SELECT plate_id, gtin, quantity, changed_at, sequence FROM stock ORDER BY 1, 2",
                "SELECT sensor_id, state, message, changed_at FROM sensor_health ORDER BY 1",
                "SELECT event_id, type, sequence, happened_at, data FROM inbox_event ORDER BY sequence")) {
            all.add(database.rows(tenant, sql));
        }
        return all;
    }
}
