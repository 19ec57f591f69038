package org.openaisle.platform.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/** Writes keys and certificates as text. */
final class Pem {
    private static final int WIDTH = 64;

    private Pem() {}

    static String of(String kind, byte[] content) {
        Base64.Encoder encoder = Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + encoder.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    /**
     * The key in a file.
     *
     * @throws IllegalStateException when there is none
     */
    static PrivateKey privateKey(Path file) throws IOException {
        PrivateKey key = PemContent.load(file).getPrivateKey();
        if (key == null) {
            throw new IllegalStateException("no key");
        }
        return key;
    }

    /**
     * The certificates in a file, one at least.
     *
     * @throws IllegalStateException when there is none
     */
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = PemContent.load(file).getCertificates();
        if (certificates.isEmpty()) {
            throw new IllegalStateException("no certificate");
        }
        return certificates;
    }
}
