package org.openaisle.platform.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Caller.DeviceCaller;
import org.openaisle.platform.web.DeviceKind;
import org.springframework.stereotype.Component;

/** The devices that are enrolled, by their keys. */
@Component
class Devices {
    /** A busy store asks many times a second; revoking forgets at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final TenantWork work;
    private final Cache<ByteBuffer, KnownDevice> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Devices(TenantWork work) {
        this.work = work;
    }

    /** The device with the key of this hash, if it is not revoked. */
    Optional<KnownDevice> find(byte[] keyHash) {
        // Looked up within the cache, so that a device that is revoked meanwhile is not put into it afterwards.
        return Optional.ofNullable(known.get(ByteBuffer.wrap(keyHash), key -> load(key.array())));
    }

    private @Nullable KnownDevice load(byte[] keyHash) {
        Optional<KnownDevice> found = work.lookUp(() ->
                work.sql("""
                        SELECT d.tenant_id, d.id, d.store_id, d.kind, d.public_key
                        FROM device d JOIN tenant t ON t.id = d.tenant_id
                        WHERE d.key_hash = ? AND d.revoked_at IS NULL AND t.closed_at IS NULL""").param(keyHash).query((row, number) -> read(row)).optional());
        found.ifPresent(device -> seen(device.caller()));
        return found.orElse(null);
    }

    private static KnownDevice read(ResultSet row) throws SQLException {
        DeviceCaller caller = new DeviceCaller(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("store_id", UUID.class),
                DeviceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
        return new KnownDevice(caller, DeviceKeys.parse(row.getBytes("public_key")));
    }

    private void seen(DeviceCaller device) {
        work.run(
                device.tenant(),
                () -> work.sql("UPDATE device SET last_seen_at = ? WHERE id = ?")
                        .params(work.now(), device.device())
                        .update());
    }

    /** Adds a device; its key must be nobody's yet. To be called in a transaction of the tenant. */
    UUID add(UUID store, DeviceKind kind, String name, byte[] publicKey) {
        return work.sql("""
                INSERT INTO device (store_id, kind, name, public_key, key_hash, enrolled_at)
                VALUES (:store, :kind, :name, :key, :hash, :now) RETURNING id""")
                .param("store", store)
                .param("kind", kind.id())
                .param("name", name)
                .param("key", publicKey)
                .param("hash", Secrets.hash(publicKey))
                .param("now", work.now())
                .query(UUID.class)
                .single();
    }

    /** The devices that the store has or had. */
    List<DeviceView> all(TenantId tenant, UUID store) {
        return work.call(
                tenant, () -> work.sql("""
                SELECT id, kind, name, enrolled_at, last_seen_at, revoked_at FROM device
                WHERE store_id = ? ORDER BY enrolled_at, id""").param(store).query(Devices::view).list());
    }

    private static DeviceView view(ResultSet row, int number) throws SQLException {
        return new DeviceView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                TenantWork.instant(row, "enrolled_at"),
                TenantWork.instantOrNull(row, "last_seen_at"),
                TenantWork.instantOrNull(row, "revoked_at"));
    }

    /** Revokes a device of a store, from this moment on; false when there is none that is enrolled. */
    boolean revoke(TenantId tenant, UUID store, UUID device) {
        Optional<byte[]> keyHash = work.call(
                tenant,
                () -> work.sql("""
                        UPDATE device SET revoked_at = :now WHERE id = :id AND store_id = :store AND revoked_at IS NULL
                        RETURNING key_hash""")
                        .param("now", work.now())
                        .param("id", device)
                        .param("store", store)
                        .query(byte[].class)
                        .optional());
        keyHash.ifPresent(hash -> known.invalidate(ByteBuffer.wrap(hash)));
        return keyHash.isPresent();
    }
}
