package org.openaisle.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.dao.DataAccessException;

class TransactionsTest {
    private static final int CONNECTIONS = 2;
    private static final long SEED = 20260;

    private static TestDatabase database;
    private static TenantId north;
    private static TenantId south;

    @BeforeAll
    static void twoRetailers() {
        database = new TestDatabase(CONNECTIONS);
        north = database.newTenant("North");
        south = database.newTenant("South");
        database.newStore(north, "North 1");
        database.newStore(south, "South 1");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTransactionSeesItsTenantOnly() {
        assertThat(storesSeen(north)).containsExactly("North 1");
        assertThat(storesSeen(south)).containsExactly("South 1");
    }

    @Test
    void outsideOfATransactionNothingCanBeRead() {
        assertThatThrownBy(() ->
                        database.client().sql("SELECT name FROM store").query().listOfRows())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void withARoleButNoTenantThereAreNoRows() {
        List<?> rows = database.transactions().call(Access.to(north, Purpose.OPERATIONS), () -> {
            database.client()
                    .sql("SELECT set_config('openaisle.tenant', '', true)")
                    .query()
                    .singleRow();
            return database.client().sql("SELECT name FROM store").query().listOfRows();
        });
        assertThat(rows).isEmpty();
    }

    @Test
    void aRowOfAnotherTenantCannotBeWrittenChangedOrDeleted() {
        UUID theirs = database.newStore(south, "South 2");
        Access access = Access.to(north, Purpose.OPERATIONS);
        assertThatThrownBy(() -> database.transactions()
                        .run(
                                access,
                                () -> database.client()
                                        .sql(
                                                "INSERT INTO store (tenant_id, name, time_zone, currency) VALUES (?, 'x', 'UTC', 'EUR')")
                                        .param(south.value())
                                        .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        int changed = database.transactions()
                .call(
                        access,
                        () -> database.client()
                                .sql("UPDATE store SET name = 'ours' WHERE id = ?")
                                .param(theirs)
                                .update());
        assertThat(changed).isZero();
    }

    @Test
    void aTransactionCannotGoOnForAnotherTenantOrPurpose() {
        Transactions transactions = database.transactions();
        Access access = Access.to(north, Purpose.OPERATIONS);
        transactions.run(access, () -> transactions.run(access, () -> {}));
        assertThatThrownBy(() -> transactions.run(
                        access, () -> transactions.run(Access.to(south, Purpose.OPERATIONS), () -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(south.toString());
        assertThatThrownBy(() ->
                        transactions.run(access, () -> transactions.run(Access.to(north, Purpose.CHARGE), () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPooledConnectionNeverCarriesATenantOver() throws Exception {
        System.out.println("seed " + SEED);
        Random chance = new Random(SEED);
        List<Boolean> fails =
                IntStream.range(0, 400).mapToObj(i -> chance.nextInt(4) == 0).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4 * CONNECTIONS)) {
            List<Future<?>> all = IntStream.range(0, fails.size())
                    .<Future<?>>mapToObj(i -> threads.submit(() -> visit(i % 2 == 0 ? north : south, fails.get(i))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** Works for a tenant and breaks off or commits; then looks at whatever connection comes next, with no transaction. */
    private static void visit(TenantId tenant, boolean fail) {
        try {
            database.transactions().run(Access.to(tenant, Purpose.OPERATIONS), () -> {
                assertThat(setting("current_setting('openaisle.tenant', true)")).isEqualTo(tenant.toString());
                if (fail) {
                    throw new IllegalArgumentException("breaks off");
                }
            });
        } catch (IllegalArgumentException e) {
            assertThat(fail).isTrue();
        }
        assertThat(setting("coalesce(current_setting('openaisle.tenant', true), '')"))
                .isEmpty();
        assertThat(setting("current_user")).isEqualTo(Logins.RUNTIME);
    }

    private static String setting(String expression) {
        return database.client().sql("SELECT " + expression).query(String.class).single();
    }

    private static List<String> storesSeen(TenantId tenant) {
        return database.transactions()
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.client()
                                .sql("SELECT name FROM store WHERE name LIKE '% 1'")
                                .query(String.class)
                                .list());
    }
}
