package org.openaisle.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A migrated database of one's own with the platform's way to it, without the platform around it. */
public final class TestDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final JdbcClient client;
    private final JdbcClient owner;
    private final Transactions transactions;

    /** With a pool of so many connections. */
    public TestDatabase(int connections) {
        Logins logins = TestServer.newDatabase();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(logins.url());
        config.setUsername(logins.runtime().user());
        config.setPassword(logins.runtime().password());
        config.setMaximumPoolSize(connections);
        pool = new HikariDataSource(config);
        client = JdbcClient.create(pool);
        transactions = new Transactions(new JdbcTransactionManager(pool), client);
        owner = JdbcClient.create(new DriverManagerDataSource(
                logins.url(), logins.owner().user(), logins.owner().password()));
    }

    /** As the platform connects; within {@link #transactions()} in the transaction. */
    public JdbcClient client() {
        return client;
    }

    /** As the owner of the tables, who sees all that is about them, and of tenants no row. */
    public JdbcClient owner() {
        return owner;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** Adds a retailer. */
    public TenantId newTenant(String name) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        transactions.run(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> client.sql("INSERT INTO tenant (id, name) VALUES (?, ?)")
                        .params(tenant.value(), name)
                        .update());
        return tenant;
    }

    /** Adds a store. */
    public UUID newStore(TenantId tenant, String name) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> client.sql(
                                "INSERT INTO store (name, time_zone, currency) VALUES (?, 'Europe/Berlin', 'EUR') RETURNING id")
                        .param(name)
                        .query(UUID.class)
                        .single());
    }

    @Override
    public void close() {
        pool.close();
    }
}
