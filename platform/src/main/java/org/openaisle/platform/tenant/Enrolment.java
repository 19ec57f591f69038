package org.openaisle.platform.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes devices known: a code for one device, and the key that the device shows with it. */
@Component
class Enrolment {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int LONGEST_NAME = 100;

    private final TenantWork work;
    private final Devices devices;

    Enrolment(TenantWork work, Devices devices) {
        this.work = work;
        this.devices = devices;
    }

    /** A code that was just made; it is shown once. */
    record Made(UUID id, String code, Instant expiresAt) {}

    /**
     * What a device learns of itself.
     *
     * @param keyId what its tokens must have as {@code kid}
     */
    record Enrolled(UUID device, UUID store, String kind, String keyId) {}

    private record Intended(UUID id, UUID store, DeviceKind kind, String name) {}

    Made makeCode(StaffCaller caller, UUID store, @Nullable String kind, @Nullable String name) {
        DeviceKind known = Arrays.stream(DeviceKind.values())
                .filter(one -> one.id().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refused.unprocessable("kind must be one of store_node, gate, kiosk."));
        String checked = Names.checked("name", name, LONGEST_NAME);
        String code = Secrets.code();
        OffsetDateTime now = work.now();
        OffsetDateTime end = now.plus(GOOD_FOR);
        UUID id = work.call(
                caller.tenant(),
                () -> work.sql("""
                INSERT INTO enrolment_code (store_id, kind, name, code_hash, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                        .params(store, known.id(), checked, Secrets.hashOfCode(code), caller.staff(), now, end)
                        .query(UUID.class)
                        .single());
        return new Made(id, code, end.toInstant());
    }

    /** Enrols whoever has the code, with a key of their own; the code is used up. */
    Enrolled enrol(String code, byte @Nullable [] publicKey) {
        byte[] key = publicKey == null ? new byte[0] : publicKey;
        byte[] hash = Secrets.hashOfCode(code);
        Optional<TenantId> tenant = work.lookUp(
                () -> work.sql("""
                SELECT c.tenant_id FROM enrolment_code c JOIN tenant t ON t.id = c.tenant_id
                WHERE c.code_hash = ? AND t.closed_at IS NULL""").param(hash).query(UUID.class).optional().map(TenantId::new));
        TenantId of = tenant.orElseThrow(Enrolment::notGood);
        byte[] canonical = DeviceKeys.parse(key).getEncoded();
        try {
            return work.call(of, () -> enrol(hash, canonical));
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("This key is a device's already. Make a new pair of keys.");
        }
    }

    private Enrolled enrol(byte[] hash, byte[] key) {
        Intended intended = work.sql("""
                UPDATE enrolment_code SET used_at = :now
                WHERE code_hash = :hash AND used_at IS NULL AND expires_at > :now
                RETURNING id, store_id, kind, name""")
                .param("now", work.now())
                .param("hash", hash)
                .query((row, number) -> new Intended(
                        row.getObject("id", UUID.class),
                        row.getObject("store_id", UUID.class),
                        DeviceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name")))
                .optional()
                .orElseThrow(Enrolment::notGood);
        UUID device = devices.add(intended.store(), intended.kind(), intended.name(), key);
        work.sql("UPDATE enrolment_code SET device_id = ? WHERE id = ?")
                .params(device, intended.id())
                .update();
        String keyId = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(key));
        return new Enrolled(device, intended.store(), intended.kind().id(), keyId);
    }

    private static Refused notGood() {
        return Refused.unknownCaller("This code is not good. Have a new one made for the device.");
    }
}
