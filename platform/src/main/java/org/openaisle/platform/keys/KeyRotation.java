package org.openaisle.platform.keys;

import java.util.List;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.DatabaseRole;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replaces keys. Nothing that was sealed has to be sealed again, and nothing stops meanwhile. */
public final class KeyRotation {
    private final Transactions transactions;
    private final JdbcClient database;
    private final KeyFolder folder;
    private final DataKeys keys;

    KeyRotation(Transactions transactions, JdbcClient database, KeyFolder folder, DataKeys keys) {
        this.transactions = transactions;
        this.database = database;
        this.folder = folder;
        this.keys = keys;
    }

    /** Replaces the key-encryption key of a use, wraps all data keys by the new one, and deletes the old one. */
    public void replaceKeyEncryptionKey(KeyUse use) {
        folder.makeNewer(use);
        finish(use);
    }

    /** Goes on with what {@link #replaceKeyEncryptionKey} had begun when the platform was killed; else does nothing. */
    public void finish(KeyUse use) {
        List<UUID> tenants = transactions.call(
                Access.directory(),
                () -> database.sql("SELECT id FROM tenant").query(UUID.class).list());
        for (UUID tenant : tenants) {
            transactions.run(new Access(DatabaseRole.KEYS, new TenantId(tenant)), () -> wrapAnew(use));
        }
        folder.deleteOlder(use);
    }

    private void wrapAnew(KeyUse use) {
        // Data keys that are being made were wrapped by the old key, and are seen here, or wait and are wrapped by the
        // new one.
        database.sql("SELECT pg_advisory_xact_lock(?)")
                .param(DataKeys.lock(use))
                .query()
                .singleRow();
        int version = folder.newest(use);
        List<DataKey> old = database.sql("""
                SELECT tenant_id, id, wrapped_by, wrapped_key FROM data_key
                WHERE key_use = ? AND wrapped_by < ? FOR UPDATE""")
                .params(use.id(), version)
                .query((row, number) -> keys.read(use, row))
                .list();
        for (DataKey key : old) {
            database.sql("UPDATE data_key SET wrapped_by = ?, wrapped_key = ? WHERE id = ?")
                    .params(version, keys.wrap(use, key.tenant(), key.id(), version, key.key()), key.id())
                    .update();
        }
    }

    /** From now on this tenant's fields of this purpose are sealed under a new data key; the old one opens what it has sealed. */
    public void replaceDataKey(TenantId tenant, Purpose purpose) {
        transactions.run(
                Access.to(tenant, purpose),
                () -> database.sql("UPDATE data_key SET retired_at = now() WHERE key_use = ? AND retired_at IS NULL")
                        .param(KeyUse.of(purpose).id())
                        .update());
    }
}
