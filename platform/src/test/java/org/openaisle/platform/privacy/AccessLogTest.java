package org.openaisle.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.keys.TestKeys;
import org.openaisle.platform.privacy.ChainCheck.Verdict;
import org.openaisle.platform.purpose.Purpose;

class AccessLogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(1000);

    @TempDir
    private static Path path;

    private static TestDatabase database;
    private static TestKeys keys;

    private final SetTime clock = new SetTime(NOW);
    private TenantId tenant;
    private AccessLog log;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(4);
        keys = new TestKeys(path, database);
    }

    @AfterAll
    static void close() {
        keys.close();
        database.close();
    }

    @BeforeEach
    void fiveEntriesSigned() {
        tenant = database.newTenant("North");
        log = new AccessLog(database.transactions(), database.client(), keys.signer(), clock);
        for (int i = 0; i < 5; i++) {
            look("v" + i);
        }
        log.sign(tenant, NOW);
    }

    private void look(String visit) {
        Actor actor = new Actor.Staff(UUID.randomUUID());
        log.call(tenant, new Reason(actor, Purpose.DISPUTE, Action.READ, "visit", visit), () -> true);
    }

    @Test
    void aRecordThatNobodyTouchedIsIntact() {
        assertThat(verify()).isEqualTo(new Verdict.Intact(5, 1, 5, 5));
        assertThat(log.page(tenant, 0, 2)).extracting(AccessEntry::sequence).containsExactly(5L, 4L);
        assertThat(log.page(tenant, 4, 2)).extracting(AccessEntry::sequence).containsExactly(3L, 2L);
    }

    @Test
    void aRowThatWasChangedIsFound() {
        tamper("UPDATE access_entry SET subject_id = 'other' WHERE sequence = 3");
        assertThat(verify()).isEqualTo(new Verdict.Broken(3, "the entry was changed"));
    }

    @Test
    void aRowThatWasRemovedIsFound() {
        tamper("DELETE FROM access_entry WHERE sequence = 2");
        assertThat(verify()).isEqualTo(new Verdict.Broken(2, "the entry is missing"));
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        tamper("UPDATE access_entry SET sequence = 99 WHERE sequence = 2");
        tamper("UPDATE access_entry SET sequence = 2 WHERE sequence = 3");
        tamper("UPDATE access_entry SET sequence = 3 WHERE sequence = 99");
        assertThat(verify()).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        tamper("DELETE FROM access_entry WHERE sequence > 3");
        assertThat(verify()).isEqualTo(new Verdict.Broken(4, "entries from this one on are missing"));
    }

    @Test
    void aCheckpointThatWeDidNotSignIsFound() {
        tamper("UPDATE access_checkpoint SET signed_at = now()");
        assertThat(verify()).isEqualTo(new Verdict.Broken(5, "the checkpoint's signature is not ours"));
    }

    @Test
    void noRoleOfThePlatformCanChangeAnEntry() {
        assertThatThrownBy(() -> log.call(
                        tenant,
                        new Reason(new Actor.Part("test"), Purpose.DISPUTE, Action.READ, "visit", "v"),
                        () -> database.client()
                                .sql("UPDATE access_entry SET subject_id = 'other'")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void workThatFailsLeavesNoEntryAndNoDataWasSeen() {
        assertThatThrownBy(() -> log.call(
                        tenant, new Reason(new Actor.Part("test"), Purpose.DISPUTE, Action.READ, "visit", "v"), () -> {
                            throw new IllegalStateException("breaks off");
                        }))
                .hasMessage("breaks off");
        assertThat(verify()).isEqualTo(new Verdict.Intact(5, 1, 5, 5));
    }

    @Test
    void manyAtOnceWriteOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = IntStream.range(0, 60)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> look("w" + i)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(verify()).isEqualTo(new Verdict.Intact(65, 1, 65, 5));
    }

    @Test
    void afterAllHadItsTimeTheRecordGoesOnWhereItWas() {
        RetentionPlan plan = RetentionPlan.of(CatalogueForTests.read());
        Duration kept = plan.period(AccessLog.TABLE);
        clock.set(NOW.plus(kept));
        new RetentionJob(database.transactions(), database.client(), plan, log).run(NOW.plus(kept));
        assertThat(log.verify(tenant, kept)).isEqualTo(new Verdict.Intact(0, 0, 0, 5));
        look("later");
        assertThat(log.verify(tenant, kept)).isEqualTo(new Verdict.Intact(1, 6, 6, 5));
    }

    private Verdict verify() {
        return log.verify(tenant, KEPT);
    }

    /** As somebody who owns the database could. */
    private void tamper(String sql) {
        database.owner().sql("SET openaisle.tenant = '" + tenant + "'; " + sql).update();
    }
}
