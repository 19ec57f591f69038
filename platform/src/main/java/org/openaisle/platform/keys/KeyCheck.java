package org.openaisle.platform.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.DatabaseRole;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.folder.StartRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a folder of keys and a database belong together. */
final class KeyCheck {
    private final Transactions transactions;
    private final JdbcClient database;

    KeyCheck(Transactions transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** New keys must not be made for a database in which something is sealed under old ones. */
    void refuseWithoutKeys(Path dataFolder) {
        if (KeyFolder.present(dataFolder)) {
            return;
        }
        long sealed = tenants().stream()
                .mapToLong(tenant -> in(
                        tenant,
                        () -> database.sql("SELECT count(*) FROM data_key")
                                .query(Long.class)
                                .single()))
                .sum();
        if (sealed > 0) {
            throw new StartRefused(
                    "the folder " + dataFolder.toAbsolutePath() + " has no keys, but the database has rows"
                            + " that are sealed under some. Put the folder's keys back from a backup (openaisle restore), or"
                            + " name the folder that belongs to this database with --data.");
        }
    }

    /** Refused when a data key does not open: the folder is another database's, or a key is missing. */
    void refuseUnlessAllOpens(KeyFolder folder) {
        DataKeys keys = new DataKeys(database, folder);
        try {
            for (UUID tenant : tenants()) {
                in(
                        tenant,
                        () -> database.sql("SELECT tenant_id, id, key_use, wrapped_by, wrapped_key FROM data_key")
                                .query((row, number) -> keys.read(KeyUse.ofId(row.getString("key_use")), row))
                                .list());
            }
        } catch (LostKey e) {
            throw new StartRefused("the keys and the database do not belong together: " + e.getMessage(), e);
        }
    }

    private List<UUID> tenants() {
        return transactions.call(
                Access.directory(),
                () -> database.sql("SELECT id FROM tenant").query(UUID.class).list());
    }

    private <T> T in(UUID tenant, Supplier<T> work) {
        return transactions.call(new Access(DatabaseRole.KEYS, new TenantId(tenant)), work);
    }
}
