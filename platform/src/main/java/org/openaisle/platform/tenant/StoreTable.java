package org.openaisle.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stores of a retailer. */
@Component
class StoreTable {
    private static final String COLUMNS = "id, name, time_zone, currency, closed_at";

    private final Transactions transactions;
    private final JdbcClient database;
    private final Clock clock;

    StoreTable(Transactions transactions, JdbcClient database, Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    List<StoreView> all(TenantId tenant) {
        return call(
                tenant,
                () -> database.sql("SELECT " + COLUMNS + " FROM store ORDER BY name, id")
                        .query(StoreTable::read)
                        .list());
    }

    StoreView one(TenantId tenant, UUID store) {
        return call(
                tenant,
                () -> database.sql("SELECT " + COLUMNS + " FROM store WHERE id = ?")
                        .param(store)
                        .query(StoreTable::read)
                        .optional()
                        .orElseThrow(() -> Refused.notFound("store")));
    }

    StoreView add(TenantId tenant, StoreChange.Checked store) {
        return call(
                tenant,
                () -> database.sql("INSERT INTO store (name, time_zone, currency, created_at) VALUES (?, ?, ?, ?)"
                                + " RETURNING " + COLUMNS)
                        .params(store.name(), store.timeZone(), store.currency(), now())
                        .query(StoreTable::read)
                        .single());
    }

    StoreView change(TenantId tenant, UUID id, StoreChange.Checked store) {
        return call(
                tenant,
                () -> database.sql("""
                UPDATE store SET name = :name, time_zone = :zone, currency = :currency,
                  closed_at = CASE WHEN :closed THEN coalesce(closed_at, :now) WHEN NOT :closed THEN NULL ELSE closed_at END
                WHERE id = :id RETURNING\s""" + COLUMNS)
                        .param("name", store.name())
                        .param("zone", store.timeZone())
                        .param("currency", store.currency())
                        .param("closed", store.closed(), java.sql.Types.BOOLEAN)
                        .param("now", now())
                        .param("id", id)
                        .query(StoreTable::read)
                        .optional()
                        .orElseThrow(() -> Refused.notFound("store")));
    }

    private <T> T call(TenantId tenant, Supplier<T> work) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), work);
    }

    private static StoreView read(ResultSet row, int number) throws SQLException {
        return new StoreView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("time_zone"),
                row.getString("currency"),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
