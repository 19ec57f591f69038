package org.openaisle.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/**
 * Signs how far the record of access has come (Ed25519), with a key that is not in the database: whoever can write there cannot sign. The
 * file has both keys in hexadecimal, the private one first.
 */
public final class LogSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final String FILE = "access-log.signing";
    private static final int ID_BYTES = 8;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private LogSigner(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Writes a new pair of keys. */
    static void make(Path folder) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            HexFormat hex = HexFormat.of();
            String text = hex.formatHex(pair.getPrivate().getEncoded()) + "\n"
                    + hex.formatHex(pair.getPublic().getEncoded()) + "\n";
            PrivateFiles.write(folder.resolve(FILE), text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the pair of keys. Refused when it is missing or damaged. */
    static LogSigner read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new StartRefused("the key " + file + " is missing. Without it nobody can tell whether the record of"
                    + " access was changed: restore the folder from a backup.");
        }
        try {
            List<String> lines = Files.readAllLines(file);
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            HexFormat hex = HexFormat.of();
            return new LogSigner(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(hex.parseHex(lines.get(0)))),
                    keys.generatePublic(new X509EncodedKeySpec(hex.parseHex(lines.get(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StartRefused("the key " + file + " is damaged: restore it from a backup.");
        }
    }

    /** Which key signs: the beginning of its SHA-256. */
    public String keyId() {
        return HexFormat.of().formatHex(Sha256.of(publicKey.getEncoded()), 0, ID_BYTES);
    }

    /** For whoever wants to check signatures elsewhere: X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key has signed that text. */
    public boolean signed(String byKey, byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(text);
            return byKey.equals(keyId()) && signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // What is no signature at all is none of ours.
            return false;
        }
    }
}
