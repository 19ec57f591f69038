package org.openaisle.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes (HMAC-SHA256) that find something again without saying what it is: without the key nobody can try out who it might be. The key
 * comes from a data key, by HKDF (RFC 5869), so that it is lost with it. To be called within a transaction that may have the data key.
 */
public final class KeyedHashes {
    private static final String HASH = "HmacSHA256";

    private final DataKeys keys;

    KeyedHashes(DataKeys keys) {
        this.keys = keys;
    }

    /** A hash, and by which key it was made. */
    public record Keyed(UUID keyId, byte[] hash) {}

    /** A key that others hash with, offline. */
    public record HashKey(UUID id, byte[] key) {
        /** Without the key. */
        @Override
        public String toString() {
            return "hash key " + id;
        }
    }

    /**
     * The hash to write down.
     *
     * @param place what it is for: the same text has another hash elsewhere
     */
    public Keyed of(KeyUse use, String place, String text) {
        DataKey key = keys.current(use);
        return new Keyed(key.id(), hash(derive(key, place).getEncoded(), text));
    }

    /** Every hash under which the text may have been written down: keys are replaced from time to time. */
    public List<byte[]> all(KeyUse use, String place, String text) {
        return keys.all(use).stream()
                .map(key -> hash(derive(key, place).getEncoded(), text))
                .toList();
    }

    /** The key that comes from that data key, for whoever has to hash offline. */
    public HashKey key(KeyUse use, String place, UUID id) {
        return new HashKey(id, derive(keys.ofId(use, id), place).getEncoded());
    }

    /** The hash of a text by a key. */
    public static byte[] hash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey derive(DataKey key, String place) {
        try {
            byte[] info = ("hash|" + key.tenant() + "|" + place).getBytes(UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            HASH,
                            HKDFParameterSpec.ofExtract().addIKM(key.key()).thenExpand(info, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
