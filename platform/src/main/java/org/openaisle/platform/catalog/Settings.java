package org.openaisle.platform.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What retailers have set. Nothing is kept here: what was changed holds from the next question on. */
public final class Settings {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Transactions transactions;
    private final JdbcClient database;

    Settings(Transactions transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** What holds in a store. Joins a transaction of operations that is going on. */
    public StoreSettings of(TenantId tenant, UUID store) {
        return StoreSettings.of(effective(tenant, store));
    }

    /** What holds in a store; without one, what holds in stores that have set nothing. */
    Map<Setting, JsonNode> effective(TenantId tenant, @Nullable UUID store) {
        Map<Setting, JsonNode> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.usual());
        }
        values.putAll(set(tenant, null));
        if (store != null) {
            values.putAll(set(tenant, store));
        }
        return values;
    }

    /** What was set for a store, or for all when there is none; without what holds anyway. */
    Map<Setting, JsonNode> set(TenantId tenant, @Nullable UUID store) {
        Map<Setting, JsonNode> values = new EnumMap<>(Setting.class);
        transactions.run(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        SELECT name, value FROM setting WHERE store_id IS NOT DISTINCT FROM :store::uuid""")
                        .param("store", store)
                        .query((row, number) -> Map.entry(row.getString("name"), row.getString("value")))
                        .list()
                        .forEach(row -> Setting.find(row.getKey())
                                .ifPresent(setting -> values.put(setting, JSON.readTree(row.getValue())))));
        return values;
    }

    /**
     * Changes what is named, all of it or nothing; null takes a setting back.
     *
     * @return what is wrong; empty when it was done
     */
    List<Fault> change(TenantId tenant, @Nullable UUID store, Map<String, @Nullable JsonNode> changes) {
        List<Fault> faults = new ArrayList<>();
        changes.forEach((name, value) -> {
            Setting setting = Setting.find(name).orElse(null);
            String wrong = setting == null
                    ? "is no setting; GET shows all there are"
                    : value == null || value.isNull() ? null : setting.kind().wrong(value);
            if (wrong != null) {
                faults.add(new Fault(null, name, wrong));
            }
        });
        if (faults.isEmpty()) {
            transactions.run(
                    Access.to(tenant, Purpose.OPERATIONS),
                    () -> changes.forEach((name, value) -> put(store, name, value)));
        }
        return faults;
    }

    private void put(@Nullable UUID store, String name, @Nullable JsonNode value) {
        String json = value == null || value.isNull() ? null : value.toString();
        database.sql(json == null ? """
                        DELETE FROM setting WHERE store_id IS NOT DISTINCT FROM :store::uuid AND name = :name
                          AND :value::text IS NULL""" : """
                        INSERT INTO setting (store_id, name, value) VALUES (:store, :name, :value::jsonb)
                        ON CONFLICT (tenant_id, store_id, name) DO UPDATE SET value = excluded.value, changed_at = now()""")
                .param("store", store)
                .param("name", name)
                .param("value", json)
                .update();
    }
}
