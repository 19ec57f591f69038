package org.openaisle.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.DatabaseRole;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.keys.TestKeys;
import org.openaisle.platform.purpose.Category;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Field;
import org.openaisle.platform.purpose.Handling;
import org.openaisle.platform.purpose.LegalBasis;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.purpose.Retention;

class RetentionTest {
    private static final Instant ANCHOR = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Declarations CATALOGUE = CatalogueForTests.read();
    private static final RetentionPlan PLAN = RetentionPlan.of(CATALOGUE);

    @TempDir
    private static Path path;

    private static TestDatabase database;
    private static TestKeys keys;
    private static AccessLog log;
    private static RetentionJob job;
    private static final SetTime CLOCK = new SetTime(ANCHOR);

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(3);
        keys = new TestKeys(path, database);
        log = new AccessLog(database.transactions(), database.client(), keys.signer(), CLOCK);
        job = new RetentionJob(database.transactions(), database.client(), PLAN, log);
    }

    @AfterAll
    static void close() {
        keys.close();
        database.close();
    }

    static Stream<RetentionRule> rules() {
        return PLAN.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsKeptForATimeIsThereUntilItsLastMicrosecondAndNotLonger(RetentionRule rule) {
        TenantId tenant = database.newTenant("North");
        addOne(tenant, rule);
        Instant end = ANCHOR.plus(rule.period());
        long before = count(tenant, rule);
        job.run(end.minus(1, ChronoUnit.MICROS));
        assertThat(count(tenant, rule)).as("a microsecond before its end").isEqualTo(before);
        job.run(end);
        assertThat(count(tenant, rule)).as("at its end").isEqualTo(before - 1);
    }

    private static void addOne(TenantId tenant, RetentionRule rule) {
        if (rule.table().equals(AccessLog.TABLE)) {
            CLOCK.set(ANCHOR);
            Actor actor = new Actor.Staff(UUID.randomUUID());
            log.call(tenant, new Reason(actor, Purpose.DISPUTE, Action.READ, "visit", "v"), () -> true);
        } else {
            new SampleRows(database, tenant).add(rule.table(), rule.anchor(), ANCHOR);
        }
    }

    /** Rows, or those that still have what is to be emptied; as the role that deletes sees them. */
    private static long count(TenantId tenant, RetentionRule rule) {
        String column = switch (rule) {
            case RetentionRule.DeleteRows rows -> "CASE WHEN " + rows.anchor() + " IS NOT NULL THEN 1 END";
            case RetentionRule.EmptyColumns columns -> columns.columns().getFirst();
        };
        return database.transactions()
                .call(
                        new Access(DatabaseRole.RETENTION, tenant),
                        () -> database.client()
                                .sql("SELECT count(" + column + ") FROM " + rule.table())
                                .query(Long.class)
                                .single());
    }

    @Test
    void everyRunIsRecorded() {
        TenantId tenant = database.newTenant("North");
        new SampleRows(database, tenant).add("visit_shopper", "ends_at", ANCHOR);
        job.run(ANCHOR);
        List<String> runs = database.transactions()
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.client()
                                .sql("SELECT rule || ' ' || removed FROM retention_run WHERE finished_at IS NOT NULL")
                                .query(String.class)
                                .list());
        assertThat(runs).hasSize(PLAN.rules().size());
        assertThat(runs).contains("visit_shopper: delete 0 days after ends_at 1");
    }

    @Test
    void ofEveryRetentionThatRunsFromAColumnTheJobHasTheRights() {
        // With no row to delete the database still checks them.
        TenantId tenant = database.newTenant("Empty");
        job.run(ANCHOR);
        long unfinished = database.transactions()
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.client()
                                .sql("SELECT count(*) FROM retention_run WHERE finished_at IS NULL")
                                .query(Long.class)
                                .single());
        assertThat(unfinished).isZero();
    }

    @Test
    void whatGoesWithAnotherRowIsDeletedWithOneThatTheJobDeletes() {
        List<String> deleted = PLAN.rules().stream()
                .filter(RetentionRule.DeleteRows.class::isInstance)
                .map(RetentionRule::table)
                .toList();
        assertThat(PLAN.goWithAnother())
                .allSatisfy(table -> assertThat(database.owner()
                                .sql("""
                                SELECT confrelid::regclass::text FROM pg_constraint
                                WHERE contype = 'f' AND conrelid = ?::regclass AND confdeltype = 'c'""")
                                .param(table)
                                .query(String.class)
                                .list())
                        .as("what " + table + " is deleted with")
                        .containsAnyElementsOf(deleted));
    }

    @Test
    void columnsThatAreEmptiedCanBeEmpty() {
        List<String> wrong = new ArrayList<>();
        for (RetentionRule rule : PLAN.rules()) {
            if (rule instanceof RetentionRule.EmptyColumns empty) {
                wrong.addAll(database.owner()
                        .sql("""
                                SELECT attname::text FROM pg_attribute
                                WHERE attrelid = ?::regclass AND attnotnull AND attname = ANY (?)""")
                        .params(empty.table(), empty.columns().toArray(String[]::new))
                        .query(String.class)
                        .list());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNoColumnIsKeptAsLongAsTheRowsThatItIsIn() {
        CATALOGUE.fields().forEach((field, handling) -> {
            if (field instanceof Field.EventField) {
                handling.ifPresent(h -> assertThat(PLAN.covers(h.retention()))
                        .as(field + " is kept like the rows of some table: " + h.retention())
                        .isTrue());
            }
        });
    }

    @Test
    void aTableWhoseRetentionsRunFromSeveralColumnsIsRefused() {
        Declarations odd = new Declarations();
        odd.table("odd")
                .plain("a", "b")
                .personal(kept(Retention.days(1, "a")), "c")
                .personal(kept(Retention.days(2, "b")), "d");
        assertThatThrownBy(() -> RetentionPlan.of(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table odd");
    }

    private static Handling kept(Retention retention) {
        return new Handling(Category.ACTIVITY, Set.of(Purpose.OPERATIONS), LegalBasis.CONTRACT, retention, Set.of());
    }
}
