package org.openaisle.app.tell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who a device is and the key with which it shows that, as a file that only its owner reads.
 *
 * @param keyId the SHA-256 of the public key, in base64url
 */
public record DeviceFile(String device, String store, String keyId, PrivateKey key) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NUMBER_BYTES = 16;

    /** A new pair of keys on the curve that devices use. */
    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a device that was enrolled with these keys. */
    public static DeviceFile of(String device, String store, KeyPair keys) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
            return new DeviceFile(device, store, BASE64.encodeToString(hash), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws TellRefused when it is none
     */
    public static DeviceFile read(Path file) {
        try {
            Map<String, String> values = FlatJson.read(Files.readString(file));
            byte[] pkcs8 = Base64.getDecoder().decode(values.getOrDefault("privateKey", ""));
            return new DeviceFile(
                    value(values, "device"),
                    value(values, "store"),
                    value(values, "keyId"),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new TellRefused(file + " is no device's file (" + e.getClass().getSimpleName()
                    + "). Make one with: openaisle enrol --to URL --code CODE --device FILE");
        }
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** Writes it to a file that must not be there yet: another device's key may stand in it. */
    public void write(Path file) throws IOException {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("device", device);
        values.put("store", store);
        values.put("keyId", keyId);
        values.put("privateKey", Base64.getEncoder().encodeToString(key.getEncoded()));
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            throw new TellRefused(file + " is there already, and may hold another device's key. Name another file.");
        }
        Files.writeString(file, FlatJson.write(values) + "\n", StandardOpenOption.WRITE);
    }

    /** What the device shows with one request: a JWS that is good for that request, once. */
    String token(Instant now, String method, String path) {
        byte[] number = new byte[NUMBER_BYTES];
        RANDOM.nextBytes(number);
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("alg", "ES256");
        head.put("kid", keyId);
        SequencedMap<String, Object> claims = new LinkedHashMap<>();
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", BASE64.encodeToString(number));
        claims.put("method", method);
        claims.put("path", path);
        String signed = part(head) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(SequencedMap<String, Object> object) {
        return BASE64.encodeToString(FlatJson.write(object).getBytes(StandardCharsets.UTF_8));
    }
}
