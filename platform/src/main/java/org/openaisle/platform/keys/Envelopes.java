package org.openaisle.platform.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals fields under the data key of a tenant and a use. To be called within a transaction of that tenant, for a purpose that may have the
 * key.
 *
 * <p>What is sealed: a byte for the form (1), the data key's id (16), a nonce (12), the text with its tag.
 */
public final class Envelopes {
    private static final byte FORM = 1;
    private static final int HEAD = 1 + 2 * Long.BYTES;

    private final DataKeys keys;

    Envelopes(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals.
     *
     * @param place where it will stand, for instance {@code visit_shopper/VISIT}: it opens nowhere else
     */
    public byte[] seal(KeyUse use, String place, byte[] plain) {
        DataKey key = keys.current(use);
        byte[] sealed = Sealing.seal(key.key(), context(key, use, place), plain);
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(FORM)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    /**
     * Opens.
     *
     * @throws LostKey when it cannot be opened: by this purpose, in this place, or at all
     */
    public byte[] open(KeyUse use, String place, byte[] envelope) {
        if (envelope.length <= HEAD || envelope[0] != FORM) {
            throw new LostKey("what stands at " + place + " is not sealed in a form that this version knows");
        }
        ByteBuffer buffer = ByteBuffer.wrap(envelope, 1, envelope.length - 1);
        DataKey key = keys.ofId(use, new UUID(buffer.getLong(), buffer.getLong()));
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            return Sealing.open(key.key(), context(key, use, place), sealed);
        } catch (GeneralSecurityException e) {
            throw new LostKey("what stands at " + place + " was sealed for another place, or changed since", e);
        }
    }

    private static String context(DataKey key, KeyUse use, String place) {
        return "field|" + use.id() + "|" + key.tenant() + "|" + place;
    }
}
