package org.openaisle.platform.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.LogSigner;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record of access: who looked at whose data, when and for what. Whoever wants personal data for a person or a device asks through here,
 * so that there is none without an entry: both are one transaction.
 */
public final class AccessLog {
    static final String TABLE = "access_entry";
    /** For the locks by which a retailer's entries are written one after another. */
    private static final int LOCKS = 0x61636373;

    private static final String COLUMNS =
            "sequence, at, actor_kind, actor_id, purpose, action, subject_kind, subject_id, previous_hash, hash";

    private final Transactions transactions;
    private final JdbcClient database;
    private final LogSigner signer;
    private final Clock clock;

    AccessLog(Transactions transactions, JdbcClient database, LogSigner signer, Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    /** Writes why, and then does the work, in one transaction for the purpose that the reason names. */
    public <T extends @Nullable Object> T call(TenantId tenant, Reason reason, Supplier<T> work) {
        return transactions.call(Access.to(tenant, reason.purpose()), () -> {
            append(tenant, reason);
            return work.get();
        });
    }

    private void append(TenantId tenant, Reason reason) {
        database.sql("SELECT pg_advisory_xact_lock(?, hashtext(?))")
                .params(LOCKS, tenant.toString())
                .query()
                .singleRow();
        Optional<AccessEntry> last = database.sql(
                        "SELECT " + COLUMNS + " FROM access_entry ORDER BY sequence DESC LIMIT 1")
                .query(AccessLog::entry)
                .optional();
        AccessEntry entry = last.map(before -> AccessEntry.after(
                        tenant, before.sequence(), before.at(), before.hash(), clock.instant(), reason))
                .orElseGet(() -> first(tenant, reason));
        database.sql("INSERT INTO access_entry (" + COLUMNS + ") VALUES (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.sequence(),
                        entry.at().toString(),
                        entry.actorKind(),
                        entry.actorId(),
                        entry.purpose(),
                        entry.action(),
                        entry.subjectKind(),
                        entry.subjectId(),
                        entry.previousHash(),
                        entry.hash())
                .update();
    }

    /** The very first entry, or the first after all others have had their time. */
    private AccessEntry first(TenantId tenant, Reason reason) {
        return newestCheckpoint()
                .map(gone -> AccessEntry.after(
                        tenant, gone.sequence(), gone.entryAt(), gone.hash(), clock.instant(), reason))
                .orElseGet(() ->
                        AccessEntry.after(tenant, 0, Instant.EPOCH, AccessEntry.BEGINNING, clock.instant(), reason));
    }

    /** Signs how far the record has come, unless that is signed already. */
    void sign(TenantId tenant, Instant now) {
        sign(tenant, "true", now, now);
    }

    /** Signs the last entry that was made up to a time, before it is deleted with those before it. */
    void signBefore(TenantId tenant, Instant horizon, Instant now) {
        sign(tenant, "at <= :horizon::timestamptz", horizon, now);
    }

    private void sign(TenantId tenant, String which, Instant horizon, Instant now) {
        Instant signedAt = now.truncatedTo(ChronoUnit.MICROS);
        transactions.run(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("SELECT " + COLUMNS
                                + " FROM access_entry e WHERE " + which
                                + " AND :horizon::timestamptz IS NOT NULL ORDER BY sequence DESC LIMIT 1")
                        .param("horizon", horizon.toString())
                        .query(AccessLog::entry)
                        .optional()
                        .ifPresent(entry -> write(tenant, entry, signedAt)));
    }

    private void write(TenantId tenant, AccessEntry entry, Instant signedAt) {
        Checkpoint open =
                new Checkpoint(entry.sequence(), entry.hash(), entry.at(), signedAt, signer.keyId(), new byte[0]);
        database.sql("""
                INSERT INTO access_checkpoint (sequence, hash, entry_at, signed_at, key_id, signature)
                VALUES (?, ?, ?::timestamptz, ?::timestamptz, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        open.sequence(),
                        open.hash(),
                        open.entryAt().toString(),
                        signedAt.toString(),
                        open.keyId(),
                        signer.sign(open.text(tenant)))
                .update();
    }

    /** Signs how far every retailer's record has come. */
    void signAll(Instant now) {
        List<UUID> tenants = transactions.call(
                Access.directory(),
                () -> database.sql("SELECT id FROM tenant").query(UUID.class).list());
        tenants.forEach(tenant -> sign(new TenantId(tenant), now));
    }

    /**
     * Goes through all of a retailer's record.
     *
     * @param kept how long entries are kept
     */
    ChainCheck.Verdict verify(TenantId tenant, Duration kept) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            ChainCheck check = new ChainCheck(
                    tenant,
                    checkpoints(),
                    (checkpoint, text) -> signer.signed(checkpoint.keyId(), text, checkpoint.signature()),
                    kept,
                    clock.instant());
            try (Stream<AccessEntry> entries = database
                    .sql("SELECT " + COLUMNS + " FROM access_entry ORDER BY sequence")
                    .withFetchSize(1000)
                    .query(AccessLog::entry)
                    .stream()) {
                entries.forEach(check::next);
            }
            return check.end();
        });
    }

    /** A page of the record, newest first; zero: from the newest on. */
    List<AccessEntry> page(TenantId tenant, long before, int limit) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("SELECT " + COLUMNS
                                + " FROM access_entry WHERE :before = 0 OR sequence < :before"
                                + " ORDER BY sequence DESC LIMIT :limit")
                        .param("before", before)
                        .param("limit", limit)
                        .query(AccessLog::entry)
                        .list());
    }

    /** The newest checkpoint, for an auditor to keep elsewhere. */
    Optional<Checkpoint> newestCheckpoint(TenantId tenant) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), this::newestCheckpoint);
    }

    private Optional<Checkpoint> newestCheckpoint() {
        return database.sql("SELECT * FROM access_checkpoint ORDER BY sequence DESC LIMIT 1")
                .query(AccessLog::checkpoint)
                .optional();
    }

    private List<Checkpoint> checkpoints() {
        return database.sql("SELECT * FROM access_checkpoint ORDER BY sequence")
                .query(AccessLog::checkpoint)
                .list();
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("sequence"),
                row.getBytes("hash"),
                instant(row, "entry_at"),
                instant(row, "signed_at"),
                row.getString("key_id"),
                row.getBytes("signature"));
    }

    private static AccessEntry entry(ResultSet row, int number) throws SQLException {
        return new AccessEntry(
                row.getLong("sequence"),
                instant(row, "at"),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("purpose"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
