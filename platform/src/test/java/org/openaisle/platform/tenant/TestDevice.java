package org.openaisle.platform.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.openaisle.platform.Wire;

/** What a device does to show who it is, with nothing but the JDK. */
public final class TestDevice implements Wire.Credential {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final KeyPair keys;
    private final UUID id;

    private TestDevice(Clock clock, KeyPair keys, UUID id) {
        this.clock = clock;
        this.keys = keys;
        this.id = id;
    }

    /** One that is enrolled nowhere yet. */
    public static TestDevice withNewKey(Clock clock) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new TestDevice(clock, generator.generateKeyPair(), new UUID(0, 0));
    }

    TestDevice enrolledAs(UUID newId) {
        return new TestDevice(clock, keys, newId);
    }

    public UUID id() {
        return id;
    }

    /** In the form of X.509. */
    public byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    @Override
    public void sign(HttpRequest.Builder request, String method, String path) {
        request.header("Authorization", "Bearer " + token(method, path));
    }

    /** A token for one request, now. */
    public String token(String method, String path) {
        return token("ES256", clock.instant(), UUID.randomUUID().toString(), method, path);
    }

    String token(String algorithm, Instant at, String number, String method, String path) {
        String header =
                "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + BASE64.encodeToString(Secrets.hash(publicKey())) + "\"}";
        String claims = "{\"iat\":" + at.getEpochSecond() + ",\"jti\":\"" + number + "\",\"method\":\"" + method
                + "\",\"path\":\"" + path + "\"}";
        String signed =
                BASE64.encodeToString(header.getBytes(UTF_8)) + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
