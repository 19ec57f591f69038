package org.openaisle.platform.entry;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.Envelopes;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that sign a retailer's entry codes (Ed25519). Gates check codes offline with the public parts, so that a key must be at the gates
 * before it signs, and stay there until the last code that it signed has ended.
 */
public final class EntryKeys {
    /** How long a key signs. */
    static final Duration SIGNS = Duration.ofDays(30);
    /** How long a new key is shown to gates before it signs; they may be cut off for some of it. */
    static final Duration LEAD = Duration.ofDays(2);
    /** How long it is shown afterwards; no code lives longer. */
    static final Duration TAIL = Duration.ofDays(2);

    private static final String ALGORITHM = "Ed25519";

    /**
     * A key's public part.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo
     */
    record PublicPart(UUID id, byte[] publicKey, Instant validFrom, Instant validUntil) {
        boolean signsAt(Instant now) {
            return !now.isBefore(validFrom.plus(LEAD)) && now.isBefore(validUntil.minus(TAIL));
        }
    }

    /** What was signed, and by which key. */
    public record Signed(UUID keyId, byte[] signature) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final Envelopes envelopes;

    EntryKeys(Transactions transactions, JdbcClient database, Envelopes envelopes) {
        this.transactions = transactions;
        this.database = database;
        this.envelopes = envelopes;
    }

    /** The keys that gates may meet now or will meet soon; made when there is none, and a new one in time before the last one ends. */
    List<PublicPart> shown(TenantId tenant, Instant now) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            if (needsOne(now)) {
                lock();
                if (needsOne(now)) {
                    make(now);
                }
            }
            return valid(now);
        });
    }

    /** The newest must have followers at the gates before it stops signing. */
    private boolean needsOne(Instant now) {
        return valid(now).stream()
                .noneMatch(key -> now.isBefore(key.validUntil().minus(TAIL).minus(LEAD)));
    }

    /** Makes a new key now. It signs after {@link #LEAD}; those that are there stay until their end. */
    PublicPart rotate(TenantId tenant, Instant now) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            lock();
            return make(now);
        });
    }

    /** Withdraws a key at once, for instance since it was stolen: codes that it signed open no gate that hears of it. */
    boolean withdraw(TenantId tenant, UUID key) {
        return transactions.call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.sql("DELETE FROM entry_key WHERE id = ?")
                                .param(key)
                                .update())
                > 0;
    }

    /** Signs a text with the newest key that gates have had time to hear of; with the oldest when there is none yet. */
    public Signed sign(TenantId tenant, byte[] text, Instant now) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            List<PublicPart> keys = shown(tenant, now);
            PublicPart key =
                    keys.stream().filter(one -> one.signsAt(now)).findFirst().orElse(keys.getLast());
            byte[] sealed = database.sql("SELECT private_key_sealed FROM entry_key WHERE id = ?")
                    .param(key.id())
                    .query((row, number) -> row.getBytes(1))
                    .single();
            return new Signed(key.id(), sign(envelopes.open(KeyUse.OPERATIONS, place(key.id()), sealed), text));
        });
    }

    private static byte[] sign(byte[] privateKey, byte[] text) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lock() {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('entry_key'), hashtext(current_tenant()::text))")
                .query()
                .singleRow();
    }

    /** Newest first. */
    private List<PublicPart> valid(Instant now) {
        return database.sql("""
                SELECT id, public_key, valid_from, valid_until FROM entry_key
                WHERE valid_until > ?::timestamptz ORDER BY valid_from DESC, id DESC""").param(now.toString()).query(EntryKeys::read).list();
    }

    private PublicPart make(Instant now) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            UUID id = UUID.randomUUID();
            return database.sql("""
                    INSERT INTO entry_key (id, public_key, private_key_sealed, valid_from, valid_until)
                    VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz) RETURNING id, public_key, valid_from, valid_until""")
                    .params(
                            id,
                            pair.getPublic().getEncoded(),
                            envelopes.seal(
                                    KeyUse.OPERATIONS,
                                    place(id),
                                    pair.getPrivate().getEncoded()),
                            now.toString(),
                            now.plus(LEAD).plus(SIGNS).plus(TAIL).toString())
                    .query(EntryKeys::read)
                    .single();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicPart read(ResultSet row, int number) throws SQLException {
        return new PublicPart(
                row.getObject("id", UUID.class),
                row.getBytes("public_key"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getObject("valid_until", OffsetDateTime.class).toInstant());
    }

    private static String place(UUID id) {
        return "entry_key/" + id;
    }
}
