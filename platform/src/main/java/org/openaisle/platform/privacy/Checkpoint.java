package org.openaisle.platform.privacy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.openaisle.platform.database.TenantId;

/**
 * Signed word of how far a retailer's record of access had come: who has one can tell whether anything before it was changed or taken out.
 *
 * @param sequence of the entry
 * @param hash of the entry
 * @param entryAt when the entry was made
 * @param keyId which key signed
 */
record Checkpoint(long sequence, byte[] hash, Instant entryAt, Instant signedAt, String keyId, byte[] signature) {
    /** What is signed. */
    byte[] text(TenantId tenant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("openaisle access checkpoint 1");
            out.writeUTF(tenant.toString());
            out.writeLong(sequence);
            out.write(hash);
            out.writeUTF(entryAt.toString());
            out.writeUTF(signedAt.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
