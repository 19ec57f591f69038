package org.openaisle.platform.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;

/** One row in any table that has personal data, with those that it hangs on. */
final class SampleRows {
    private static final String HASH = "sha256(gen_random_uuid()::text::bytea)";

    private final TestDatabase database;
    private final TenantId tenant;
    private final UUID store;
    private final UUID staff = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();
    private final UUID device = UUID.randomUUID();

    SampleRows(TestDatabase database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant;
        store = database.newStore(tenant, "Main street");
        add("staff", Map.of("id", text(staff), "handle", HASH, "name", "'Ada'", "role", "'owner'"));
        add("visit", visitRow("id", text(visit), "last_event_at", "'2999-01-01Z'"));
        add(
                "device",
                Map.of(
                        "id",
                        text(device),
                        "store_id",
                        text(store),
                        "kind",
                        "'store_node'",
                        "name",
                        "'Node'",
                        "public_key",
                        HASH,
                        "key_hash",
                        HASH));
    }

    /** The visit that was there first. */
    UUID visit() {
        return visit;
    }

    private Map<String, String> visitRow(String... more) {
        Map<String, String> row = with(Map.of("store_id", text(store), "state", "'entered'"), more);
        row.put("token", "gen_random_uuid()::text");
        return row;
    }

    /** Adds one. Without a row for a table here, its retention is not tested, and the test says so. */
    void add(String table, String anchor, Instant at) {
        String time = "'" + at + "'";
        Map<String, String> row = switch (table) {
            case "access_entry" -> throw new IllegalArgumentException("the record of access is written by AccessLog");
            case "alert" ->
                Map.of("store_id", text(store), "kind", "'unscanned'", "subject", "'x'", "visit_id", text(visit));
            case "cart_line" ->
                Map.of(
                        "visit_id",
                        text(visit),
                        "gtin",
                        "'04006381333931'",
                        "quantity",
                        "1",
                        "probability",
                        "1",
                        "happened_at",
                        time,
                        "sequence",
                        "1",
                        "event_id",
                        "'e'",
                        "revision",
                        "1");
            case "entry_denial" ->
                Map.of(
                        "subject_hash",
                        HASH,
                        "key_id",
                        "gen_random_uuid()",
                        "reason",
                        "'banned'",
                        "created_at",
                        "'2000-01-01Z'");
            case "enrolment_code" ->
                Map.of(
                        "store_id",
                        text(store),
                        "kind",
                        "'gate'",
                        "name",
                        "'Gate'",
                        "code_hash",
                        HASH,
                        "created_by",
                        text(staff));
            case "inbox_event" ->
                Map.of(
                        "source",
                        "'s'",
                        "event_id",
                        "'e'",
                        "store_id",
                        text(store),
                        "device_id",
                        text(device),
                        "type",
                        "'t'",
                        "sequence",
                        "1",
                        "happened_at",
                        time,
                        "data",
                        "'{}'");
            case "sign_in_code" -> Map.of("staff_id", text(staff), "code_hash", HASH);
            case "staff" -> Map.of("handle", HASH, "name", "'Ada'", "role", "'owner'");
            case "staff_session" -> Map.of("token_hash", HASH, "staff_id", text(staff));
            case "visit" -> visitRow();
            case "visit_shopper" ->
                Map.of(
                        "visit_id",
                        text(visit),
                        "shopper_sealed",
                        HASH,
                        "shopper_hash",
                        HASH,
                        "linked_at",
                        "'2000-01-01Z'");
            default -> throw new AssertionError("say here what a row of " + table + " looks like");
        };
        add(table, with(row, anchor, time));
    }

    private void add(String table, Map<String, String> row) {
        Map<String, String> there = new LinkedHashMap<>(row);
        there.keySet().retainAll(columns(table));
        database.owner()
                .sql("SET openaisle.tenant = '" + tenant + "'; INSERT INTO " + table + " ("
                        + String.join(", ", there.keySet()) + ") VALUES (" + String.join(", ", there.values()) + ")")
                .update();
    }

    private Set<String> columns(String table) {
        return Set.copyOf(database.owner()
                .sql("SELECT attname::text FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0")
                .param(table)
                .query(String.class)
                .list());
    }

    private static Map<String, String> with(Map<String, String> row, String... more) {
        Map<String, String> all = new LinkedHashMap<>(row);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String text(UUID id) {
        return "'" + id + "'";
    }
}
