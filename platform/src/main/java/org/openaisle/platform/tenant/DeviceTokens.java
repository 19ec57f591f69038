package org.openaisle.platform.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.openaisle.platform.web.Caller.DeviceCaller;
import org.openaisle.platform.web.Refused;
import org.springframework.stereotype.Component;

/**
 * What a device shows with each request: a JWS (ES256) in its compact form, as RFC 9449 has it for other uses. The header's {@code kid} is the
 * SHA-256 of its public key (base64url, of the key's X.509 form). The claims say when it was made ({@code iat}, seconds), for which request
 * ({@code method}, {@code path} with the query, as sent), and hold a number that is used once ({@code jti}, 16 to 64 characters). It is good
 * for a minute, once, for that request: whoever gets hold of it later has nothing.
 */
@Component
class DeviceTokens {
    static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final int MOST_CHARACTERS = 4096;
    private static final long MOST_REMEMBERED = 500_000;

    private record Used(UUID device, String number) {}

    private final Devices devices;
    private final Clock clock;
    /** A token from a clock that is a minute ahead is good for two. */
    private final Cache<Used, Boolean> used = Caffeine.newBuilder()
            .expireAfterWrite(GOOD_FOR.multipliedBy(2).plusSeconds(1))
            .maximumSize(MOST_REMEMBERED)
            .build();

    DeviceTokens(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * Whose token this is.
     *
     * @throws Refused when it is not a good one for this request, with what was wrong
     */
    DeviceCaller verify(String token, String method, String path) {
        if (token.length() > MOST_CHARACTERS) {
            throw refused("is too long");
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            KnownDevice device = signer(signed);
            checkClaims(signed.getJWTClaimsSet(), device, method, path);
            return device.caller();
        } catch (ParseException e) {
            throw refused("is no JWS in the compact form");
        } catch (JOSEException e) {
            throw refused("is not signed as it must be: ES256");
        }
    }

    private KnownDevice signer(SignedJWT signed) throws JOSEException {
        if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())) {
            throw refused("is not signed as it must be: ES256");
        }
        String kid = signed.getHeader().getKeyID();
        KnownDevice device =
                (kid == null ? null : devices.find(new Base64URL(kid).decode()).orElse(null));
        // The same words for a key that nobody knows and one that did not sign this.
        if (device == null || !signed.verify(new ECDSAVerifier(device.key()))) {
            throw refused("is of no device that is enrolled, or was revoked. Enrol it with a new code");
        }
        return device;
    }

    private void checkClaims(JWTClaimsSet claims, KnownDevice device, String method, String path)
            throws ParseException {
        if (claims.getIssueTime() == null) {
            throw refused("does not say when it was made (iat)");
        }
        Duration age = Duration.between(claims.getIssueTime().toInstant(), clock.instant());
        if (age.abs().compareTo(GOOD_FOR) > 0) {
            throw refused("is " + age.toSeconds() + " s old by the platform's clock and may be " + GOOD_FOR.toSeconds()
                    + ". Set the device's clock");
        }
        if (!method.equals(claims.getStringClaim("method")) || !path.equals(claims.getStringClaim("path"))) {
            throw refused("is for another method or path");
        }
        String number = claims.getJWTID();
        if (number == null || number.length() < 16 || number.length() > 64) {
            throw refused("has no jti of 16 to 64 characters");
        }
        if (used.asMap().putIfAbsent(new Used(device.caller().device(), number), true) != null) {
            throw refused("was used before. Make one for each request");
        }
    }

    private static Refused refused(String why) {
        return Refused.unknownCaller("The device's token " + why + ".");
    }
}
