package org.openaisle.platform.visit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.Columns;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.visit.RaisedAlerts.Cause;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives visits up whose end nobody tells, as the retailer's rule says, and calls somebody about devices that are silent. */
final class Abandonment {
    private record Store(UUID id, AbandonmentRule.StoreTime time) {}

    private record Open(UUID id, String token, Instant lastEventAt) {}

    private record Lost(Open visit, AbandonedWhy why) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final BiFunction<TenantId, UUID, AbandonmentRule> rules;
    private final RaisedAlerts alerts;
    private final VisitBell bell;

    /**
     * Looks when asked to.
     *
     * @param rules of a retailer's store, asked in a transaction of the retailer's operations
     */
    Abandonment(
            Transactions transactions,
            JdbcClient database,
            BiFunction<TenantId, UUID, AbandonmentRule> rules,
            VisitBell bell) {
        this.transactions = transactions;
        this.database = database;
        this.rules = rules;
        this.alerts = new RaisedAlerts(database);
        this.bell = bell;
    }

    /** Looks at all stores of all retailers, each in a transaction of its own. */
    void look(Instant now) {
        List<UUID> tenants = transactions.call(
                Access.directory(),
                () -> database.sql("SELECT id FROM tenant WHERE closed_at IS NULL")
                        .query(UUID.class)
                        .list());
        tenants.forEach(tenant -> look(new TenantId(tenant), now));
    }

    private void look(TenantId tenant, Instant now) {
        Access access = Access.to(tenant, Purpose.OPERATIONS);
        for (Store store : transactions.call(access, this::stores)) {
            List<Lost> lost = transactions.call(access, () -> {
                AbandonmentRule rule = rules.apply(tenant, store.id);
                callAboutSilentDevices(store.id, rule, now);
                return giveUp(store, rule, now);
            });
            lost.forEach(each -> bell.ring(each.visit.id));
        }
    }

    private List<Store> stores() {
        return database.sql("""
                SELECT s.id, s.time_zone, max(p.told_at) AS told, max(p.heard_at) AS heard
                FROM store s JOIN device_pulse p ON p.store_id = s.id GROUP BY s.id, s.time_zone ORDER BY s.id""")
                .query((row, number) -> new Store(
                        row.getObject("id", UUID.class),
                        new AbandonmentRule.StoreTime(
                                row.getTimestamp("told").toInstant(),
                                row.getTimestamp("heard").toInstant(),
                                zone(row.getString("time_zone")))))
                .list();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private List<Lost> giveUp(Store store, AbandonmentRule rule, Instant now) {
        List<Lost> lost = new ArrayList<>();
        // In the order of tokens, as events lock them; those about which something is being told are not lost.
        database.sql("""
                SELECT id, token, last_event_at FROM visit
                WHERE store_id = :store AND state IN ('entered', 'shopping', 'left') ORDER BY token FOR UPDATE SKIP LOCKED""")
                .param("store", store.id)
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        String.valueOf(row.getString("token")),
                        row.getTimestamp("last_event_at").toInstant()))
                .list()
                .forEach(visit ->
                        rule.why(visit.lastEventAt, store.time, now).ifPresent(why -> lost.add(new Lost(visit, why))));
        if (!lost.isEmpty()) {
            new Columns<>(database.sql(GIVE_UP).param("now", now.toString()), lost)
                    .column("visit", l -> l.visit.id)
                    .column("why", l -> l.why.id())
                    .statement()
                    .update();
            new Columns<>(database.sql(UNDOUBTED).param("limit", rule.undoubted()), lost)
                    .column("visit", l -> l.visit.id)
                    .statement()
                    .update();
            alerts.raiseOnce(
                    store.id,
                    lost.stream()
                            .map(l -> new Cause(AlertKind.VISIT_LOST, l.visit.token, l.visit.id, now))
                            .toList());
        }
        return lost;
    }

    private void callAboutSilentDevices(UUID store, AbandonmentRule rule, Instant now) {
        Instant limit = now.minus(rule.silent());
        List<Cause> silent = database.sql("""
                SELECT p.device_id, p.heard_at FROM device_pulse p JOIN device d ON d.id = p.device_id
                WHERE p.store_id = :store AND p.heard_at <= :limit::timestamptz AND d.revoked_at IS NULL""")
                .param("store", store)
                .param("limit", limit.toString())
                .query((row, number) -> new Cause(
                        AlertKind.DEVICE_SILENT,
                        row.getString("device_id"),
                        null,
                        row.getTimestamp("heard_at").toInstant().plus(rule.silent())))
                .list();
        alerts.raiseAgain(store, silent);
        database.sql("""
                UPDATE alert a SET cleared_at = p.heard_at FROM device_pulse p
                WHERE a.store_id = :store AND a.kind = 'device_silent' AND a.subject = p.device_id::text
                  AND p.heard_at > :limit::timestamptz AND p.heard_at >= a.raised_at AND a.cleared_at IS NULL""").param("store", store).param("limit", limit.toString()).update();
    }

    private static final String GIVE_UP = """
            UPDATE visit v SET state = 'abandoned', abandoned_at = :now::timestamptz, abandoned_why = f.why, revision = v.revision + 1
            FROM unnest(:visit::uuid[], :why::text[]) AS f (id, why) WHERE v.id = f.id""";

    /** People without a scan and staff are charged for nothing. */
    private static final String UNDOUBTED = """
            INSERT INTO decided_line (visit_id, gtin, quantity, probability, evidence_ref)
            SELECT c.visit_id, c.gtin, c.quantity, c.probability, 'event:' || c.event_id
            FROM cart_line c JOIN visit v ON v.id = c.visit_id
            WHERE v.id = ANY (:visit::uuid[]) AND v.scanned AND NOT v.staff AND c.quantity > 0 AND c.probability >= :limit""";
}
