package org.openaisle.platform.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.springframework.stereotype.Component;

/** Codes with which somebody signs in once, to register a passkey then. */
@Component
class SignInCodes {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final TenantWork work;

    SignInCodes(TenantWork work) {
        this.work = work;
    }

    /** A code that was just made; it is shown once. */
    record Made(String code, Instant expiresAt) {}

    /** Somebody who has signed in with a code. */
    record Holder(TenantId tenant, UUID staff) {}

    /** Makes a code for somebody; an earlier one is good no longer. */
    Made make(TenantId tenant, UUID staff) {
        String code = Secrets.code();
        OffsetDateTime now = work.now();
        OffsetDateTime end = now.plus(GOOD_FOR);
        work.run(tenant, () -> {
            revoke(staff);
            work.sql("INSERT INTO sign_in_code (staff_id, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?)")
                    .params(staff, Secrets.hashOfCode(code), now, end)
                    .update();
        });
        return new Made(code, end.toInstant());
    }

    /** Makes somebody's codes good no longer. To be called in a transaction of the tenant. */
    void revoke(UUID staff) {
        work.sql(
                        "UPDATE sign_in_code SET expires_at = least(expires_at, :now) WHERE staff_id = :staff AND used_at IS NULL")
                .param("now", work.now())
                .param("staff", staff)
                .update();
    }

    /** Uses a code up and says whose it was; empty when it is none, was used, or its time is over. */
    Optional<Holder> use(String code) {
        byte[] hash = Secrets.hashOfCode(code);
        Optional<TenantId> tenant = work.lookUp(
                () -> work.sql("""
                SELECT c.tenant_id FROM sign_in_code c JOIN tenant t ON t.id = c.tenant_id
                WHERE c.code_hash = ? AND t.closed_at IS NULL""").param(hash).query(UUID.class).optional().map(TenantId::new));
        return tenant.flatMap(of -> work.call(
                of,
                () -> work.sql("""
                        UPDATE sign_in_code c SET used_at = :now FROM staff s
                        WHERE c.code_hash = :hash AND c.used_at IS NULL AND c.expires_at > :now
                          AND s.id = c.staff_id AND s.removed_at IS NULL
                        RETURNING c.staff_id""")
                        .param("now", work.now())
                        .param("hash", hash)
                        .query(UUID.class)
                        .optional()
                        .map(staff -> new Holder(of, staff))));
    }
}
