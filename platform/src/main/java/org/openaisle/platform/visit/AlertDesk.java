package org.openaisle.platform.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where associates see what they are called for, say that they go, and that it is done. */
final class AlertDesk {
    /**
     * An alert.
     *
     * @param subject the visit's token, the sensor's name or the device's id
     * @param clearedAt when its cause went away by itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlertView(
            UUID id,
            String kind,
            String subject,
            @Nullable UUID visit,
            Instant raisedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant clearedAt,
            @Nullable Instant closedAt) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final Clock clock;

    AlertDesk(Transactions transactions, JdbcClient database, Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /** The newest first; those that come after another one in that order. */
    List<AlertView> alerts(TenantId tenant, UUID store, boolean openOnly, @Nullable UUID after, int limit) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                SELECT * FROM alert WHERE store_id = :store
                  AND (NOT :open OR closed_at IS NULL AND cleared_at IS NULL) AND (:after::uuid IS NULL OR id < :after::uuid)
                ORDER BY id DESC LIMIT :limit""")
                        .param("store", store)
                        .param("open", openOnly)
                        .param("after", after == null ? null : after.toString())
                        .param("limit", limit)
                        .query((row, number) -> new AlertView(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("subject"),
                                row.getObject("visit_id", UUID.class),
                                row.getTimestamp("raised_at").toInstant(),
                                VisitReader.time(row, "acknowledged_at"),
                                VisitReader.time(row, "cleared_at"),
                                VisitReader.time(row, "closed_at")))
                        .list());
    }

    /** Somebody goes; who was first stays. False when there is no such alert. */
    boolean acknowledge(TenantId tenant, UUID store, UUID alert, UUID staff) {
        return update(tenant, store, alert, staff, """
                UPDATE alert SET acknowledged_at = coalesce(acknowledged_at, :now::timestamptz),
                  acknowledged_by = coalesce(acknowledged_by, :staff)
                WHERE store_id = :store AND id = :id""");
    }

    /** It is done; who was first stays. False when there is no such alert. */
    boolean close(TenantId tenant, UUID store, UUID alert, UUID staff) {
        return update(tenant, store, alert, staff, """
                UPDATE alert SET closed_at = coalesce(closed_at, :now::timestamptz), closed_by = coalesce(closed_by, :staff)
                WHERE store_id = :store AND id = :id""");
    }

    private boolean update(TenantId tenant, UUID store, UUID alert, UUID staff, String sql) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql(sql)
                                .param("now", clock.instant().toString())
                                .param("staff", staff)
                                .param("store", store)
                                .param("id", alert)
                                .update()
                        == 1);
    }
}
