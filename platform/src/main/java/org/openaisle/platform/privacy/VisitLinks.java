package org.openaisle.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.Envelopes;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.keys.KeyedHashes;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The only place that knows whose a visit was. The shopper's id lies sealed under the link's own key, and a keyed hash finds it; both are
 * gone when the link ends, and then the visit is nobody's. Every question is recorded.
 */
public final class VisitLinks {
    private static final String TABLE = "visit_shopper";

    private final Transactions transactions;
    private final JdbcClient database;
    private final AccessLog log;
    private final Envelopes envelopes;
    private final KeyedHashes hashes;
    private final Clock clock;

    VisitLinks(
            Transactions transactions,
            JdbcClient database,
            AccessLog log,
            Envelopes envelopes,
            KeyedHashes hashes,
            Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.log = log;
        this.envelopes = envelopes;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Writes down whose a visit is. A visit has one shopper: who is there already stays.
     *
     * @param shopper an id, no name
     * @param endsAt when it is forgotten
     */
    public void link(TenantId tenant, UUID visit, String shopper, Instant endsAt) {
        transactions.run(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        INSERT INTO visit_shopper (visit_id, shopper_sealed, shopper_hash, linked_at, ends_at)
                        VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz) ON CONFLICT DO NOTHING""")
                        .params(
                                visit,
                                envelopes.seal(KeyUse.VISIT_LINK, place(visit), shopper.getBytes(UTF_8)),
                                hashes.of(KeyUse.VISIT_LINK, TABLE, shopper).hash(),
                                clock.instant().toString(),
                                endsAt.toString())
                        .update());
    }

    /** Whose a visit was; empty when nobody knows or it was forgotten. For charge, receipt and dispute only. */
    public Optional<String> shopperOf(TenantId tenant, Actor actor, Purpose purpose, UUID visit) {
        Reason reason = new Reason(actor, purpose, Action.READ, "visit", visit.toString());
        return log.call(
                tenant,
                reason,
                () -> database.sql("""
                        SELECT shopper_sealed FROM visit_shopper WHERE visit_id = ? AND ends_at > ?::timestamptz""")
                        .params(visit, clock.instant().toString())
                        .query((row, number) -> row.getBytes(1))
                        .optional()
                        .map(bytes -> new String(envelopes.open(KeyUse.VISIT_LINK, place(visit), bytes), UTF_8)));
    }

    /** The visits of a shopper that are still known to be theirs. For charge, receipt and dispute only. */
    public List<UUID> visitsOf(TenantId tenant, Actor actor, Purpose purpose, String shopper) {
        Reason reason = new Reason(actor, purpose, Action.READ, "shopper", shopper);
        return log.call(
                tenant,
                reason,
                () -> database.sql("""
                        SELECT visit_id FROM visit_shopper
                        WHERE shopper_hash = ANY (:hashes) AND ends_at > :now::timestamptz ORDER BY linked_at, visit_id""")
                        .param(
                                "hashes",
                                hashes.all(KeyUse.VISIT_LINK, TABLE, shopper).toArray(byte[][]::new))
                        .param("now", clock.instant().toString())
                        .query(UUID.class)
                        .list());
    }

    /** Forgets at another time than was said, for instance when a dispute is over. For charge and dispute only. */
    public void endAt(TenantId tenant, Actor actor, Purpose purpose, UUID visit, Instant endsAt) {
        Reason reason = new Reason(actor, purpose, Action.CORRECT, "visit", visit.toString());
        log.call(
                tenant,
                reason,
                () -> database.sql("UPDATE visit_shopper SET ends_at = ?::timestamptz WHERE visit_id = ?")
                        .params(endsAt.toString(), visit)
                        .update());
    }

    private static String place(UUID visit) {
        return TABLE + "/" + visit;
    }
}
