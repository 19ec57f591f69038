package org.openaisle.platform.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.keys.KeyedHashes;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom gates do not let in, until when and why. It is kept as a keyed hash of what an entry code says about its holder: a list that was
 * lost tells nobody who is on it without the key, and a gate, which has the key, can only try a code that it is shown.
 */
public final class Denials {
    static final String PLACE = "entry_denial";

    /** Why somebody is not let in. */
    public enum Cause {
        UNPAID,
        BANNED,
        CODE_STOLEN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Cause of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** One that holds. */
    record Denial(UUID id, UUID keyId, byte[] subjectHash, Cause reason, Instant createdAt, Instant expiresAt) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final KeyedHashes hashes;
    private final Clock clock;

    Denials(Transactions transactions, JdbcClient database, KeyedHashes hashes, Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Does not let somebody in from now on.
     *
     * @param subject what their entry codes say about them; not kept
     */
    public UUID deny(TenantId tenant, String subject, Cause reason, Instant until) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            KeyedHashes.Keyed hash = hashes.of(KeyUse.OPERATIONS, PLACE, subject);
            return database.sql("""
                    INSERT INTO entry_denial (key_id, subject_hash, reason, created_at, expires_at)
                    VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz) RETURNING id""")
                    .params(
                            hash.keyId(),
                            hash.hash(),
                            reason.id(),
                            clock.instant().toString(),
                            until.toString())
                    .query(UUID.class)
                    .single();
        });
    }

    /** Lets in again. */
    public boolean lift(TenantId tenant, UUID denial) {
        return transactions.call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.sql("DELETE FROM entry_denial WHERE id = ?")
                                .param(denial)
                                .update())
                > 0;
    }

    /** Those that hold now, by their hash, so that equal lists are equal. */
    List<Denial> list(TenantId tenant) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        SELECT id, key_id, subject_hash, reason, created_at, expires_at FROM entry_denial
                        WHERE expires_at > ?::timestamptz ORDER BY subject_hash, id""")
                        .param(clock.instant().toString())
                        .query((row, number) -> new Denial(
                                row.getObject("id", UUID.class),
                                row.getObject("key_id", UUID.class),
                                row.getBytes("subject_hash"),
                                Cause.of(row.getString("reason")),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("expires_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list());
    }

    /** Whether somebody is not let in now. */
    public boolean denied(TenantId tenant, String subject) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        SELECT EXISTS (SELECT FROM entry_denial
                          WHERE subject_hash = ANY (:hashes) AND expires_at > :now::timestamptz)""")
                        .param(
                                "hashes",
                                hashes.all(KeyUse.OPERATIONS, PLACE, subject).toArray(byte[][]::new))
                        .param("now", clock.instant().toString())
                        .query(Boolean.class)
                        .single());
    }
}
