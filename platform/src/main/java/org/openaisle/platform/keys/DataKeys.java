package org.openaisle.platform.keys;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data keys of the transaction's tenant. They are asked for each time and not kept: the database says whether this transaction's purpose
 * may have them.
 */
final class DataKeys {
    private static final String SELECT =
            "SELECT tenant_id, id, wrapped_by, wrapped_key FROM data_key WHERE key_use = ? ";

    private final JdbcClient database;
    private final KeyFolder folder;

    DataKeys(JdbcClient database, KeyFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** The key for sealing, which is made when there is none. */
    DataKey current(KeyUse use) {
        return find(use).orElseGet(() -> make(use));
    }

    private Optional<DataKey> find(KeyUse use) {
        return database.sql(SELECT + "AND retired_at IS NULL")
                .param(use.id())
                .query((row, number) -> read(use, row))
                .optional();
    }

    /** The key under which something was sealed. */
    DataKey ofId(KeyUse use, UUID id) {
        return database.sql(SELECT + "AND id = ?")
                .params(use.id(), id)
                .query((row, number) -> read(use, row))
                .optional()
                .orElseThrow(() -> new LostKey("there is no data key " + id + " for " + use.id()
                        + " that this transaction may use: it was deleted, or is another tenant's or purpose's"));
    }

    /** Every key under which something may have been sealed. */
    List<DataKey> all(KeyUse use) {
        return database.sql(SELECT + "ORDER BY created_at, id")
                .param(use.id())
                .query((row, number) -> read(use, row))
                .list();
    }

    private DataKey make(KeyUse use) {
        // Whoever replaces the key-encryption key waits for this transaction, and this one sees the replaced key: see
        // KeyRotation.
        database.sql("SELECT pg_advisory_xact_lock_shared(?)")
                .param(lock(use))
                .query()
                .singleRow();
        UUID tenant = database.sql("SELECT current_tenant()").query(UUID.class).single();
        UUID id = UUID.randomUUID();
        int version = folder.newest(use);
        byte[] wrapped = wrap(use, tenant, id, version, Sealing.newKey());
        database.sql("""
                INSERT INTO data_key (id, key_use, wrapped_by, wrapped_key) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, key_use) WHERE retired_at IS NULL DO NOTHING""").params(id, use.id(), version, wrapped).update();
        return find(use).orElseThrow();
    }

    byte[] wrap(KeyUse use, UUID tenant, UUID id, int version, SecretKey key) {
        return Sealing.seal(folder.key(use, version), context(use, tenant, id), key.getEncoded());
    }

    DataKey read(KeyUse use, ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        UUID id = row.getObject("id", UUID.class);
        int version = row.getInt("wrapped_by");
        try {
            byte[] key = Sealing.open(folder.key(use, version), context(use, tenant, id), row.getBytes("wrapped_key"));
            return new DataKey(id, tenant, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new LostKey(
                    "data key " + id + " does not open with key-encryption key " + version + " for " + use.id()
                            + ". The folder of keys is another database's, or one of the two was changed.",
                    e);
        }
    }

    /** The number of the lock that makers of data keys share, and that a rotation has for itself. */
    static long lock(KeyUse use) {
        return 0x6B657973_00000000L + use.ordinal();
    }

    private static String context(KeyUse use, UUID tenant, UUID id) {
        return "data key|" + use.id() + "|" + tenant + "|" + id;
    }
}
