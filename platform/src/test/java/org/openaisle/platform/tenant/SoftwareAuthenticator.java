package org.openaisle.platform.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** A browser and its authenticator in one: answers WebAuthn's two questions with a key that it keeps. Attestation "none", ES256. */
final class SoftwareAuthenticator {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final String origin;
    private final String name;
    private final byte[] id = Secrets.random(32);
    private final KeyPair keys;
    private byte[] handle = new byte[0];
    private int count;
    private int verified = VERIFIED;

    SoftwareAuthenticator(String origin, String name) throws GeneralSecurityException {
        this.origin = origin;
        this.name = name;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    /** From now on it only sees that somebody is there, not who. */
    void withoutVerification() {
        verified = 0;
    }

    /** As if it were a copy that has been asked less often. */
    void setCount(int newCount) {
        count = newCount;
    }

    String register(JsonNode options) {
        handle = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        byte[] clientData = clientData("webauthn.create", options);
        byte[] attestation = join(
                hex("a3"),
                text("fmt"),
                text("none"),
                text("attStmt"),
                hex("a0"),
                text("authData"),
                bytes(authenticatorData(ATTESTED, attested())));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"authenticatorAttachment":"platform",
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}""".formatted(encode(id), encode(clientData), encode(attestation));
    }

    String signIn(JsonNode options) {
        byte[] clientData = clientData("webauthn.get", options);
        byte[] data = authenticatorData(0, new byte[0]);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"authenticatorAttachment":"platform",
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}""".formatted(
                        encode(id), encode(clientData), encode(data), encode(sign(data, clientData)), encode(handle));
    }

    private byte[] sign(byte[] data, byte[] clientData) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(Secrets.hash(clientData));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] clientData(String type, JsonNode options) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\""
                        + options.path("challenge").asString() + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] attested) {
        return join(
                Secrets.hash(name),
                new byte[] {(byte) (PRESENT | verified | flags)},
                ByteBuffer.allocate(4).putInt(++count).array(),
                attested);
    }

    /** No model's number, the credential's id, and its key as COSE has it: a map of type, algorithm, curve, x and y. */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return join(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                hex("a5010203262001"),
                hex("21"),
                bytes(coordinate(key.getW().getAffineX().toByteArray())),
                hex("22"),
                bytes(coordinate(key.getW().getAffineY().toByteArray())));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] coordinate = new byte[32];
        int length = Math.min(number.length, coordinate.length);
        System.arraycopy(number, number.length - length, coordinate, coordinate.length - length, length);
        return coordinate;
    }

    /** CBOR: a text of less than 24 bytes. */
    private static byte[] text(String text) {
        return join(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(UTF_8));
    }

    /** CBOR: bytes, with their number in one byte. */
    private static byte[] bytes(byte[] bytes) {
        return join(new byte[] {0x58, (byte) bytes.length}, bytes);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (byte[] part : parts) {
                all.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
