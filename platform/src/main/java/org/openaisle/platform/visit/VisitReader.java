package org.openaisle.platform.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads visits, live carts, and what stands in a store. */
final class VisitReader {
    /**
     * A visit.
     *
     * @param token null for those who may not see it, and once it has been forgotten
     * @param lines of the receipt; null for those who may not see them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            UUID id,
            @Nullable String token,
            String state,
            boolean scanned,
            boolean staff,
            int announcedPeople,
            int seenPeople,
            @Nullable Instant enteredAt,
            Instant lastEventAt,
            @Nullable Instant leftAt,
            @Nullable Instant decidedAt,
            @Nullable Instant abandonedAt,
            @Nullable String abandonedWhy,
            @Nullable Double confidence,
            @Nullable List<DecidedLineView> lines) {
        VisitView with(@Nullable String shownToken, @Nullable List<DecidedLineView> shownLines) {
            return new VisitView(
                    id,
                    shownToken,
                    state,
                    scanned,
                    staff,
                    announcedPeople,
                    seenPeople,
                    enteredAt,
                    lastEventAt,
                    leftAt,
                    decidedAt,
                    abandonedAt,
                    abandonedWhy,
                    confidence,
                    shownLines);
        }
    }

    /** A line of a receipt. */
    record DecidedLineView(String gtin, int quantity, double probability, String evidence) {}

    /** A line of a live cart; quantity 0: it was put back. */
    record CartLineView(String gtin, int quantity, double probability, Instant happenedAt) {}

    /** A live cart, whole or what changed of it, as it was at a revision. */
    record CartView(UUID visit, String state, long revision, List<CartLineView> lines) {}

    /** Units of a product on a plate. */
    record StockView(String plate, String gtin, int quantity, Instant changedAt) {}

    /** How a sensor is. */
    record SensorView(String sensor, String state, String message, Instant changedAt) {}

    private final Transactions transactions;
    private final JdbcClient database;

    VisitReader(Transactions transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    private static Access access(TenantId tenant) {
        return Access.to(tenant, Purpose.OPERATIONS);
    }

    /** The newest visits first; those that come after another one in that order. */
    List<VisitView> visits(TenantId tenant, UUID store, @Nullable VisitState state, @Nullable UUID after, int limit) {
        return transactions.call(
                access(tenant),
                () -> database.sql("""
                SELECT * FROM visit WHERE store_id = :store
                  AND (:state::text IS NULL OR state = :state) AND (:after::uuid IS NULL OR id < :after::uuid)
                ORDER BY id DESC LIMIT :limit""")
                        .param("store", store)
                        .param("state", state == null ? null : state.id())
                        .param("after", after == null ? null : after.toString())
                        .param("limit", limit)
                        .query(VisitReader::visit)
                        .list());
    }

    /** A visit with its receipt. */
    Optional<VisitView> visit(TenantId tenant, UUID store, UUID id) {
        return transactions.call(
                access(tenant),
                () -> database.sql("SELECT * FROM visit WHERE store_id = :store AND id = :id")
                        .param("store", store)
                        .param("id", id)
                        .query(VisitReader::visit)
                        .optional()
                        .map(visit -> visit.with(visit.token(), lines(id))));
    }

    private List<DecidedLineView> lines(UUID visit) {
        return database.sql("SELECT * FROM decided_line WHERE visit_id = ? ORDER BY gtin")
                .param(visit)
                .query((row, number) -> new DecidedLineView(
                        row.getString("gtin"),
                        row.getInt("quantity"),
                        row.getDouble("probability"),
                        row.getString("evidence_ref")))
                .list();
    }

    /** What changed of a cart after a revision; all that is in it after none. */
    Optional<CartView> cart(TenantId tenant, UUID store, UUID visit, @Nullable Long after) {
        return transactions.call(
                access(tenant),
                () -> database.sql("SELECT state, revision FROM visit WHERE store_id = :store AND id = :id")
                        .param("store", store)
                        .param("id", visit)
                        .query((row, number) ->
                                new CartView(visit, row.getString("state"), row.getLong("revision"), List.of()))
                        .optional()
                        // Read after the revision, so that what comes in between is told twice rather than not at all.
                        .map(cart -> new CartView(visit, cart.state(), cart.revision(), cartLines(visit, after))));
    }

    private List<CartLineView> cartLines(UUID visit, @Nullable Long after) {
        return database.sql("""
                SELECT * FROM cart_line WHERE visit_id = :visit AND revision > :after AND (quantity > 0 OR :after > 0) ORDER BY gtin""")
                .param("visit", visit)
                .param("after", after == null ? 0L : after)
                .query((row, number) -> new CartLineView(
                        row.getString("gtin"),
                        row.getInt("quantity"),
                        row.getDouble("probability"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /** In the order of plates; those after a plate. */
    List<StockView> stock(TenantId tenant, UUID store, String after, int limit) {
        return transactions.call(
                access(tenant),
                () -> database.sql("""
                SELECT * FROM stock WHERE store_id = :store AND plate_id || ' ' || gtin > :after ORDER BY plate_id || ' ' || gtin LIMIT :limit""")
                        .param("store", store)
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, number) -> new StockView(
                                row.getString("plate_id"),
                                row.getString("gtin"),
                                row.getInt("quantity"),
                                row.getTimestamp("changed_at").toInstant()))
                        .list());
    }

    /** In the order of sensors; those after a sensor. */
    List<SensorView> sensors(TenantId tenant, UUID store, String after, int limit) {
        return transactions.call(
                access(tenant),
                () -> database.sql("""
                SELECT * FROM sensor_health WHERE store_id = :store AND sensor_id > :after ORDER BY sensor_id LIMIT :limit""")
                        .param("store", store)
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, number) -> new SensorView(
                                row.getString("sensor_id"),
                                row.getString("state"),
                                row.getString("message"),
                                row.getTimestamp("changed_at").toInstant()))
                        .list());
    }

    private static VisitView visit(ResultSet row, int number) throws SQLException {
        double confidence = row.getDouble("confidence");
        boolean decided = !row.wasNull();
        return new VisitView(
                row.getObject("id", UUID.class),
                row.getString("token"),
                row.getString("state"),
                row.getBoolean("scanned"),
                row.getBoolean("staff"),
                row.getInt("announced_people"),
                row.getInt("seen_people"),
                time(row, "entered_at"),
                row.getTimestamp("last_event_at").toInstant(),
                time(row, "left_at"),
                time(row, "decided_at"),
                time(row, "abandoned_at"),
                row.getString("abandoned_why"),
                decided ? confidence : null,
                null);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
