package org.openaisle.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openaisle.platform.folder.StartRefused;

/** What tables a database has, as itself says. */
final class Schema {
    private Schema() {}

    /** The version of the newest migration. Refused when there is none. */
    static String version(Connection connection) throws SQLException {
        if (strings(
                        connection,
                        "SELECT to_regclass('public.flyway_schema_history')::text WHERE to_regclass('public.flyway_schema_history') IS NOT NULL")
                .isEmpty()) {
            throw new StartRefused("the database has no tables of OpenAisle yet. Start the platform once.");
        }
        return strings(connection, """
                SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                ORDER BY installed_rank DESC LIMIT 1""").getFirst();
    }

    /** Tables so that those that are referred to come before those that refer. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> all = strings(connection, """
                SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                  AND relname <> 'flyway_schema_history' ORDER BY relname""");
        Map<String, Set<String>> needs = new HashMap<>();
        for (String pair : strings(connection, """
                SELECT conrelid::regclass || ' ' || confrelid::regclass FROM pg_constraint
                WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid""")) {
            String[] names = pair.split(" ", 2);
            needs.computeIfAbsent(names[0], any -> new HashSet<>()).add(names[1]);
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < all.size()) {
            List<String> next = all.stream()
                    .filter(table ->
                            !ordered.contains(table) && ordered.containsAll(needs.getOrDefault(table, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
            ordered.addAll(next);
        }
        return List.copyOf(ordered);
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(
                connection,
                "SELECT attname::text FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");
    }

    /** Whether rows of a table belong to a retailer each. */
    static boolean ofTenants(Connection connection, String table) throws SQLException {
        return !strings(
                        connection,
                        "SELECT relname::text FROM pg_class WHERE oid = '" + table + "'::regclass AND relrowsecurity")
                .isEmpty();
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
