package org.openaisle.platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of one retailer that operations may see, whatever tables there are. */
final class RowsOf {
    /** What changes by itself: when somebody was last seen. */
    private static final List<String> RESTLESS = List.of("last_seen_at");

    private final TestPlatform platform;
    private final TenantId tenant;

    RowsOf(TestPlatform platform, TenantId tenant) {
        this.platform = platform;
        this.tenant = tenant;
    }

    /** Every uuid in a column named id. */
    Set<UUID> ids() {
        return platform.bean(Transactions.class).call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            Set<UUID> ids = new LinkedHashSet<>();
            for (String table : columns().keySet()) {
                if (columns().get(table).contains("id")) {
                    database()
                            .sql("SELECT id::text FROM " + table)
                            .query(String.class)
                            .list()
                            .forEach(id -> ids.add(UUID.fromString(id)));
                }
            }
            return ids;
        });
    }

    /** Every table with a hash of its rows. */
    Map<String, String> contents() {
        return platform.bean(Transactions.class).call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            Map<String, String> contents = new TreeMap<>();
            columns().forEach((table, columns) -> {
                String row = "row(" + String.join(", ", columns) + ")::text";
                contents.put(
                        table,
                        database()
                                .sql("SELECT count(*) || ' ' || coalesce(md5(string_agg(" + row + ", '|' ORDER BY "
                                        + row + ")), '') FROM " + table)
                                .query(String.class)
                                .single());
            });
            return contents;
        });
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new TreeMap<>();
        database()
                .sql("""
                    SELECT c.table_name, c.column_name FROM information_schema.columns c
                    WHERE c.table_schema = 'public' AND (c.table_name = 'tenant' OR EXISTS (
                        SELECT FROM information_schema.columns t
                        WHERE t.table_schema = 'public' AND t.table_name = c.table_name AND t.column_name = 'tenant_id'))
                      AND has_column_privilege(c.table_name::regclass, c.column_name, 'SELECT')
                    ORDER BY 1, 2""")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> {
                    if (!RESTLESS.contains(column.getValue())) {
                        columns.computeIfAbsent(column.getKey(), table -> new ArrayList<>())
                                .add(column.getValue());
                    }
                });
        return columns;
    }

    private JdbcClient database() {
        return platform.bean(JdbcClient.class);
    }
}
