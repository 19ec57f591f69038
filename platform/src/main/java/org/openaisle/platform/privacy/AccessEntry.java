package org.openaisle.platform.privacy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.keys.Sha256;

/**
 * One entry of a retailer's record of access. Its hash covers all of it and the hash of the entry before.
 *
 * @param sequence from 1 on, without gaps
 * @param at in microseconds, which is what the database keeps; never before the entry before
 */
record AccessEntry(
        long sequence,
        Instant at,
        String actorKind,
        String actorId,
        String purpose,
        String action,
        String subjectKind,
        String subjectId,
        byte[] previousHash,
        byte[] hash) {
    /** What stands before the first entry. */
    static final byte[] BEGINNING = new byte[32];

    /** The entry after another. */
    static AccessEntry after(
            TenantId tenant, long lastSequence, Instant lastAt, byte[] lastHash, Instant now, Reason reason) {
        Instant at = (now.isBefore(lastAt) ? lastAt : now).truncatedTo(ChronoUnit.MICROS);
        AccessEntry open = new AccessEntry(
                lastSequence + 1,
                at,
                reason.actor().kind(),
                reason.actor().id(),
                reason.purpose().id(),
                reason.action().id(),
                reason.subjectKind(),
                reason.subjectId(),
                lastHash,
                new byte[0]);
        return open.withHash(open.hashFor(tenant));
    }

    AccessEntry withHash(byte[] newHash) {
        return new AccessEntry(
                sequence, at, actorKind, actorId, purpose, action, subjectKind, subjectId, previousHash, newHash);
    }

    /** What the hash must be. Every text goes in with its length, so that no two entries look alike. */
    byte[] hashFor(TenantId tenant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("openaisle access entry 1");
            out.writeUTF(tenant.toString());
            out.writeLong(sequence);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            for (String text : new String[] {actorKind, actorId, purpose, action, subjectKind, subjectId}) {
                out.writeUTF(text);
            }
            out.write(previousHash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }
}
