package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.DeviceKind;

class DeviceTokensTest {
    private static final String SELF = "/api/v1/devices/me";

    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer retailer = platform.newRetailer("Tokens");
    private final UUID store = retailer.newStore("Corner");
    private final TestDevice device = retailer.newDevice(DeviceKind.GATE, store);

    @Test
    void aDeviceIsKnownByItsSignature() {
        HttpResponse<String> answer = platform.as(device).get(SELF);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Wire.json(answer).path("store").asString()).isEqualTo(store.toString());
        assertThat(Wire.json(answer).path("kind").asString()).isEqualTo("gate");
    }

    @Test
    void aTokenIsGoodOnceForOneRequest() {
        String token = device.token("GET", SELF);
        assertThat(with(token, SELF).statusCode()).isEqualTo(200);
        assertRefused(with(token, SELF), "used before");
        assertRefused(with(device.token("POST", SELF), SELF), "another method or path");
        assertRefused(with(device.token("GET", SELF), SELF + "?a=b"), "another method or path");
    }

    @Test
    void aTokenIsGoodForAMinute() {
        Instant now = platform.clock().instant();
        assertThat(with(aged(now, 50), SELF).statusCode()).isEqualTo(200);
        assertThat(with(aged(now, -50), SELF).statusCode()).isEqualTo(200);
        assertRefused(with(aged(now, 70), SELF), "s old by the platform's clock");
        assertRefused(with(aged(now, -70), SELF), "s old by the platform's clock");
    }

    @Test
    void whatWasNotSignedByAnEnrolledKeyIsRefused() throws GeneralSecurityException {
        TestDevice stranger = TestDevice.withNewKey(platform.clock());
        assertRefused(with(stranger.token("GET", SELF), SELF), "no device that is enrolled");

        String good = device.token("GET", SELF);
        String[] parts = good.split("\\.");
        String strangers = stranger.token("GET", SELF).split("\\.")[2];
        assertRefused(with(parts[0] + "." + parts[1] + "." + strangers, SELF), "no device that is enrolled");

        String number = UUID.randomUUID().toString();
        assertRefused(with(device.token("none", Instant.now(), number, "GET", SELF), SELF), "");
        assertRefused(with(device.token("HS256", Instant.now(), number, "GET", SELF), SELF), "ES256");
        assertRefused(with("x".repeat(5000), SELF), "too long");
        assertRefused(with("nonsense", SELF), "compact form");
        assertRefused(with(device.token("ES256", Instant.now(), "short", "GET", SELF), SELF), "jti");
    }

    @Test
    void aRevokedDeviceIsRefusedAtOnce() {
        assertThat(platform.as(device).get(SELF).statusCode()).isEqualTo(200);
        assertThat(platform.bean(Devices.class).revoke(retailer.tenant(), store, device.id()))
                .isTrue();
        assertRefused(platform.as(device).get(SELF), "revoked");
    }

    private String aged(Instant now, int seconds) {
        return device.token(
                "ES256",
                now.minus(Duration.ofSeconds(seconds)),
                UUID.randomUUID().toString(),
                "GET",
                SELF);
    }

    private HttpResponse<String> with(String token, String path) {
        return platform.nobody()
                .send(
                        "GET",
                        path,
                        BodyPublishers.noBody(),
                        request -> request.header("Authorization", "Bearer " + token));
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(Wire.json(answer).path("detail").asString()).contains(why);
    }
}
