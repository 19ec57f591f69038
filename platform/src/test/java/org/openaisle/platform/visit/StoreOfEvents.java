package org.openaisle.platform.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.purpose.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store of a test's database with one device, and what was written of it. */
final class StoreOfEvents {
    static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");

    final TestDatabase database;
    final Teller teller;
    final Inbox inbox;
    final VisitBell bell = new VisitBell();

    StoreOfEvents(TestDatabase database, TenantId tenant) {
        this.database = database;
        UUID store = database.newStore(tenant, "Store");
        teller = new Teller(tenant, store, newDevice(database, tenant, store));
        inbox = new Inbox(
                database.transactions(), database.client(), Clock.fixed(NOW, ZoneOffset.UTC), new JsonMapper(), bell);
    }

    static UUID newDevice(TestDatabase database, TenantId tenant, UUID store) {
        byte[] hash = new byte[32];
        UUID random = UUID.randomUUID();
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (random.getLeastSignificantBits() >> (i % 8 * 8) ^ i);
        }
        return database.transactions()
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.client()
                                .sql("""
                                INSERT INTO device (store_id, kind, name, public_key, key_hash)
                                VALUES (?, 'store_node', 'Node', '\\x00', ?) RETURNING id""")
                                .params(store, hash)
                                .query(UUID.class)
                                .single());
    }

    List<Outcome> take(JsonNode... events) {
        return inbox.take(teller, List.of(events));
    }

    /** Rows as texts, in an order of their own. */
    List<String> rows(String sql) {
        return database.transactions()
                .call(
                        teller.access(),
                        () -> database.client()
                                .sql(sql)
                                .param("store", teller.store())
                                .query((row, number) -> {
                                    StringBuilder text = new StringBuilder();
                                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                        text.append(i == 1 ? "" : " ").append(row.getString(i));
                                    }
                                    return text.toString();
                                })
                                .list());
    }

    List<String> visits() {
        return rows("""
                SELECT token, state, scanned, staff, announced_people, seen_people, entered_at, last_event_at, left_at, decided_at,
                  decided_event, review, confidence, abandoned_at, abandoned_why
                FROM visit WHERE store_id = :store ORDER BY token""");
    }

    List<String> carts() {
        return rows("""
                SELECT token, gtin, quantity, probability, happened_at, shown_at, sequence, event_id
                FROM cart_line c JOIN visit v ON v.id = c.visit_id WHERE store_id = :store ORDER BY token, gtin""");
    }

    List<String> receipts() {
        return rows("""
                SELECT token, gtin, quantity, probability, evidence_ref
                FROM decided_line d JOIN visit v ON v.id = d.visit_id WHERE store_id = :store ORDER BY token, gtin""");
    }

    List<String> alerts() {
        return rows("""
                SELECT kind, subject, (SELECT token FROM visit v WHERE v.id = visit_id), raised_at, cleared_at, closed_at
                FROM alert WHERE store_id = :store ORDER BY kind, subject""");
    }

    List<String> floor() {
        List<String> all = new java.util.ArrayList<>(rows("""
                SELECT plate_id, gtin, quantity, changed_at, sequence, event_id FROM stock WHERE store_id = :store ORDER BY plate_id, gtin"""));
        all.addAll(rows("""
                SELECT sensor_id, state, message, changed_at, sequence FROM sensor_health WHERE store_id = :store ORDER BY sensor_id"""));
        return all;
    }

    List<String> inboxEvents() {
        return rows("SELECT event_id, type, data FROM inbox_event WHERE store_id = :store ORDER BY sequence");
    }

    /** All that events bring about. */
    List<List<String>> everything() {
        return List.of(visits(), carts(), receipts(), alerts(), floor(), inboxEvents());
    }
}
