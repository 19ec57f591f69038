package org.openaisle.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/**
 * Keys in a file, sealed under a passphrase: PBKDF2 with HMAC-SHA-256 (600000 rounds, as OWASP asks in 2026) makes the key for AES-256-GCM.
 * The file: a mark, salt (16), nonce (12), and what was sealed.
 */
final class KeyArchive {
    static final int SHORTEST_PASSPHRASE = 12;

    private static final byte[] MARK = "OpenAisle keys 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private KeyArchive() {}

    static void write(Path file, SortedMap<String, byte[]> keys, char[] passphrase) throws IOException {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new StartRefused("the passphrase must have at least " + SHORTEST_PASSPHRASE
                    + " letters: whoever finds the file can try as many as they like.");
        }
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(nonce);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MARK);
        out.write(salt);
        out.write(nonce);
        try {
            out.write(cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce).doFinal(pack(keys)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        PrivateFiles.write(file, out.toByteArray());
    }

    /** Refused when the passphrase is another, or the file was changed. */
    static SortedMap<String, byte[]> read(Path file, char[] passphrase) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            throw new StartRefused(file + " has no keys of OpenAisle in it.");
        }
        byte[] salt = in.readNBytes(SALT_BYTES);
        byte[] nonce = in.readNBytes(NONCE_BYTES);
        try {
            return unpack(cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce).doFinal(in.readAllBytes()));
        } catch (GeneralSecurityException e) {
            throw new StartRefused(file + " does not open: the passphrase is another one, or the file was damaged.", e);
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, 256))
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(MARK);
        return cipher;
    }

    private static byte[] pack(SortedMap<String, byte[]> keys) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(keys.size());
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            out.writeUTF(key.getKey());
            out.writeInt(key.getValue().length);
            out.write(key.getValue());
        }
        return bytes.toByteArray();
    }

    private static SortedMap<String, byte[]> unpack(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        SortedMap<String, byte[]> keys = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            keys.put(name, in.readNBytes(in.readInt()));
        }
        return keys;
    }
}
