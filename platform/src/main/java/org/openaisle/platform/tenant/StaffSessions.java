package org.openaisle.platform.tenant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.StaffRole;
import org.springframework.stereotype.Component;

/** Who is signed in. A session ends after a while without a request, after half a day in any case, or when somebody ends it. */
@Component
class StaffSessions {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);
    /** How exactly the last request is known: writing it down for each one would be dear. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final TenantWork work;

    StaffSessions(TenantWork work) {
        this.work = work;
    }

    /** Begins a session and returns its token, which is kept nowhere here. */
    String begin(TenantId tenant, UUID staff) {
        String token = Secrets.token();
        OffsetDateTime now = work.now();
        work.run(
                tenant,
                () -> work.sql("""
                        INSERT INTO staff_session (token_hash, staff_id, created_at, last_seen_at, expires_at)
                        VALUES (:hash, :staff, :now, :now, :end)""")
                        .param("hash", Secrets.hash(token))
                        .param("staff", staff)
                        .param("now", now)
                        .param("end", now.plus(LONGEST))
                        .update());
        return token;
    }

    /** Who holds this token, if it is good now. */
    Optional<StaffCaller> find(String token) {
        byte[] hash = Secrets.hash(token);
        OffsetDateTime now = work.now();
        return tenantOf(hash, now)
                .flatMap(tenant -> work.call(tenant, () -> {
                    Optional<StaffCaller> caller = load(tenant, hash, now);
                    caller.ifPresent(known -> seen(hash, now));
                    return caller;
                }));
    }

    private Optional<TenantId> tenantOf(byte[] hash, OffsetDateTime now) {
        return work.lookUp(() -> work.sql("""
                        SELECT s.tenant_id FROM staff_session s JOIN tenant t ON t.id = s.tenant_id
                        WHERE s.token_hash = :hash AND s.expires_at > :now AND t.closed_at IS NULL""")
                .param("hash", hash)
                .param("now", now)
                .query(UUID.class)
                .optional()
                .map(TenantId::new));
    }

    private Optional<StaffCaller> load(TenantId tenant, byte[] hash, OffsetDateTime now) {
        return work.sql("""
                SELECT p.id, p.role, array(SELECT w.store_id FROM staff_store w WHERE w.staff_id = p.id) AS stores
                FROM staff_session s JOIN staff p ON p.id = s.staff_id
                WHERE s.token_hash = :hash AND s.last_seen_at > :idle AND p.removed_at IS NULL""")
                .param("hash", hash)
                .param("idle", now.minus(IDLE))
                .query((row, number) -> caller(tenant, row))
                .optional();
    }

    private static StaffCaller caller(TenantId tenant, ResultSet row) throws SQLException {
        Array stores = row.getArray("stores");
        return new StaffCaller(
                tenant,
                row.getObject("id", UUID.class),
                StaffRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Set.of((UUID[]) stores.getArray()));
    }

    private void seen(byte[] hash, OffsetDateTime now) {
        work.sql("UPDATE staff_session SET last_seen_at = :now WHERE token_hash = :hash AND last_seen_at < :before")
                .param("now", now)
                .param("hash", hash)
                .param("before", now.minus(GRAIN))
                .update();
    }

    /** Ends the session of this token. */
    void end(TenantId tenant, String token) {
        work.run(
                tenant,
                () -> work.sql("DELETE FROM staff_session WHERE token_hash = ?")
                        .param(Secrets.hash(token))
                        .update());
    }

    /** Ends all sessions of somebody. */
    void endAll(TenantId tenant, UUID staff) {
        work.run(
                tenant,
                () -> work.sql("DELETE FROM staff_session WHERE staff_id = ?")
                        .param(staff)
                        .update());
    }
}
