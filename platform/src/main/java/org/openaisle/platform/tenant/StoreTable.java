package org.openaisle.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Refused;
import org.springframework.stereotype.Component;

/** The stores of a retailer. */
@Component
class StoreTable {
    private static final String COLUMNS = "id, name, time_zone, currency, closed_at";

    private final TenantWork work;

    StoreTable(TenantWork work) {
        this.work = work;
    }

    List<StoreView> all(TenantId tenant) {
        return work.call(
                tenant,
                () -> work.sql("SELECT " + COLUMNS + " FROM store ORDER BY name, id")
                        .query(StoreTable::read)
                        .list());
    }

    StoreView one(TenantId tenant, UUID store) {
        return work.call(
                tenant,
                () -> work.sql("SELECT " + COLUMNS + " FROM store WHERE id = ?")
                        .param(store)
                        .query(StoreTable::read)
                        .optional()
                        .orElseThrow(() -> Refused.notFound("store")));
    }

    StoreView add(TenantId tenant, StoreChange.Checked store) {
        return work.call(
                tenant,
                () -> work.sql("INSERT INTO store (name, time_zone, currency, created_at) VALUES (?, ?, ?, ?)"
                                + " RETURNING " + COLUMNS)
                        .params(store.name(), store.timeZone(), store.currency(), work.now())
                        .query(StoreTable::read)
                        .single());
    }

    StoreView change(TenantId tenant, UUID id, StoreChange.Checked store) {
        return work.call(
                tenant,
                () -> work.sql("""
                UPDATE store SET name = :name, time_zone = :zone, currency = :currency,
                  closed_at = CASE WHEN :closed THEN coalesce(closed_at, :now) WHEN NOT :closed THEN NULL ELSE closed_at END
                WHERE id = :id RETURNING\s""" + COLUMNS)
                        .param("name", store.name())
                        .param("zone", store.timeZone())
                        .param("currency", store.currency())
                        .param("closed", store.closed(), Types.BOOLEAN)
                        .param("now", work.now())
                        .param("id", id)
                        .query(StoreTable::read)
                        .optional()
                        .orElseThrow(() -> Refused.notFound("store")));
    }

    private static StoreView read(ResultSet row, int number) throws SQLException {
        return new StoreView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("time_zone"),
                row.getString("currency"),
                TenantWork.instantOrNull(row, "closed_at"));
    }
}
