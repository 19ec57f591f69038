package org.openaisle.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold of every table, also of those that somebody adds tomorrow. */
class SchemaTest {
    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(1);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTableIsATenantsOrKnownNotToBe() {
        assertThat(texts("""
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v', 'f')
                  AND c.relname <> 'tenant'
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')"""))
                .as("tables without a tenant")
                .containsExactlyInAnyOrder("event_publication", "flyway_schema_history");
    }

    @Test
    void everyTenantTableForcesItsPolicyOnEverybody() {
        assertThat(texts(TENANT_TABLES + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
                .as("tenant tables that do not force row-level security")
                .isEmpty();
        assertThat(texts(TENANT_TABLES + """
                 AND NOT EXISTS (
                   SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*' AND p.polroles = '{0}'
                   AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
                   AND pg_get_expr(p.polqual, p.polrelid) =
                     CASE c.relname WHEN 'tenant' THEN '(id = current_tenant())' ELSE '(tenant_id = current_tenant())' END)"""))
                .as("tenant tables without the policy of their own tenant")
                .isEmpty();
    }

    @Test
    void onlyTheDirectoryLooksAcrossTenants() {
        assertThat(texts("""
                SELECT DISTINCT p.polname || ' for ' || coalesce(r.rolname, 'everybody') || ' by ' || p.polcmd::text
                FROM pg_policy p CROSS JOIN LATERAL unnest(p.polroles) AS named(role)
                LEFT JOIN pg_roles r ON r.oid = named.role
                WHERE p.polpermissive
                  AND pg_get_expr(p.polqual, p.polrelid) NOT IN ('(tenant_id = current_tenant())', '(id = current_tenant())')""")).containsExactly("directory for openaisle_directory by r");
    }

    /** References are checked beside the policies: one without the tenant would reach into another's rows. */
    @Test
    void everyReferenceBetweenTenantTablesHoldsTheTenant() {
        assertThat(texts("""
                SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k
                WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
                  AND NOT EXISTS (
                    SELECT FROM generate_subscripts(k.conkey, 1) i
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[i]
                    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[i]
                    WHERE a.attname = 'tenant_id'
                      AND b.attname = CASE k.confrelid::regclass::text WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END)""")).as("references without the tenant").isEmpty();
    }

    @Test
    void nobodyThatThePlatformCanBecomeOwnsOrBypassesAnything() {
        assertThat(texts("""
                SELECT rolname FROM pg_roles WHERE rolname LIKE 'openaisle\\_%' AND (rolsuper OR rolbypassrls)""")).isEmpty();
        assertThat(texts("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("openaisle_owner");
        assertThat(texts("""
                SELECT rolname FROM pg_roles
                WHERE rolname <> 'openaisle_owner' AND pg_has_role('openaisle_runtime', oid, 'MEMBER')""")).allMatch(role -> role.equals(Logins.RUNTIME) || isKnownRole(role));
    }

    @Test
    void theUserWhoConnectsHasNoRightToAnyTenantsTable() {
        assertThat(texts("""
                SELECT DISTINCT table_name FROM information_schema.column_privileges
                WHERE grantee IN ('openaisle_runtime', 'PUBLIC') AND table_schema = 'public'""")).containsExactly("event_publication");
    }

    private static final String TENANT_TABLES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND (c.relname = 'tenant'
                OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'))""";

    private static boolean isKnownRole(String role) {
        return List.of(DatabaseRole.values()).stream()
                .anyMatch(known -> known.id().equals(role));
    }

    private static List<String> texts(String sql) {
        return database.owner().sql(sql).query(String.class).list();
    }
}
