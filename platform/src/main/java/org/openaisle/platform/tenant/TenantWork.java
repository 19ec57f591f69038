package org.openaisle.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all tables of this module are worked on with: a transaction to run the store by, the database, and the time. */
@Component
class TenantWork {
    private final Transactions transactions;
    private final JdbcClient database;
    private final Clock clock;

    TenantWork(Transactions transactions, JdbcClient database, Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /** Does work on one retailer's rows. */
    <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), work);
    }

    /** Does work on one retailer's rows. */
    void run(TenantId tenant, Runnable work) {
        transactions.run(Access.to(tenant, Purpose.OPERATIONS), work);
    }

    /** Finds out whose something is. */
    <T extends @Nullable Object> T lookUp(Supplier<T> work) {
        return transactions.call(Access.directory(), work);
    }

    JdbcClient.StatementSpec sql(String sql) {
        return database.sql(sql);
    }

    /** The time as the database takes it. */
    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
