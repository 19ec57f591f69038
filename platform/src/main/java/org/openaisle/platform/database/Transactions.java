package org.openaisle.platform.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where a transaction gets its role and its tenant. Both hold until it ends, so that a connection goes back to the pool as it
 * came: without a tenant, and with no right to any tenant's table. Whoever asks the database outside of here is refused by it.
 */
public final class Transactions {
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    public Transactions(PlatformTransactionManager manager, JdbcClient database) {
        this.transaction = new TransactionTemplate(manager);
        this.database = database;
    }

    /**
     * Does work in a transaction with this access, or in the one that is going on when that has the same.
     *
     * @throws IllegalStateException when a transaction with another access is going on: one that holds two tenants' data, or serves two
     *     purposes, is what this class is there to prevent
     */
    public <T extends @Nullable Object> T call(Access access, Supplier<T> work) {
        return transaction.execute(status -> {
            enter(access);
            return work.get();
        });
    }

    /** As {@link #call}, for work that returns nothing. */
    public void run(Access access, Runnable work) {
        transaction.executeWithoutResult(status -> {
            enter(access);
            work.run();
        });
    }

    private void enter(Access access) {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Entered(Access entered)) {
                if (!entered.equals(access)) {
                    throw new IllegalStateException("this transaction is for " + entered.role()
                            + " of one tenant and cannot go on as " + access.role()
                            + (entered.role() == access.role() ? " of another" : ""));
                }
                return;
            }
        }
        TenantId tenant = access.tenant();
        database.sql("SELECT set_config('role', :role, true), set_config('openaisle.tenant', :tenant, true)")
                .param("role", access.role().id())
                .param("tenant", tenant == null ? "" : tenant.toString())
                .query()
                .singleRow();
        TransactionSynchronizationManager.registerSynchronization(new Entered(access));
    }

    /** Remembers what the transaction was entered with; Spring keeps it with the transaction, and aside while another one runs within. */
    private record Entered(Access access) implements TransactionSynchronization {}
}
