package org.openaisle.platform.tenant;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.openaisle.platform.web.Refused;

/** Devices' keys: P-256, the curve that browsers and secure elements have too. */
final class DeviceKeys {
    private static final int P_256_BITS = 256;

    private DeviceKeys() {}

    /** Reads a key in the form of X.509; refused when it is another kind of key. */
    static ECPublicKey parse(byte[] encoded) {
        try {
            if (KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)) instanceof ECPublicKey key
                    && key.getParams().getCurve().getField().getFieldSize() == P_256_BITS
                    && key.getParams().toString().contains("1.2.840.10045.3.1.7")) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // Said below, without what was sent.
        }
        throw Refused.unprocessable("publicKey must be a P-256 key in X.509 form (SubjectPublicKeyInfo), as base64.");
    }
}
