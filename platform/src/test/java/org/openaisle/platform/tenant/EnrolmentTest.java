package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.StaffRole;

class EnrolmentTest {
    private static TestPlatform platform;

    private final TestRetailer retailer = platform.newRetailer("Enrolment");
    private final UUID store = retailer.newStore("Corner");
    private final Wire manager = retailer.staff(StaffRole.MANAGER, store);
    private final String devices = "/api/v1/stores/" + store + "/devices";

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aDeviceIsEnrolledWithACodeWorksWithItsKeyAndStopsWhenRevoked() throws GeneralSecurityException {
        TestDevice device = TestDevice.withNewKey(platform.clock());
        HttpResponse<String> enrolled = enrol(code("store_node"), device.publicKey());
        assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(201);
        String id = Wire.json(enrolled).path("device").asString();
        assertThat(Wire.json(enrolled).path("kind").asString()).isEqualTo("store_node");

        HttpResponse<String> self = platform.as(device).get("/api/v1/devices/me");
        assertThat(Wire.json(self).path("device").asString()).isEqualTo(id);
        HttpResponse<String> listed = manager.get(devices);
        assertThat(Wire.json(listed).path(0).path("id").asString()).isEqualTo(id);
        assertThat(Wire.json(listed).path(0).path("lastSeenAt").isNull()).isFalse();

        assertThat(manager.delete(devices + "/" + id).statusCode()).isEqualTo(204);
        assertThat(platform.as(device).get("/api/v1/devices/me").statusCode()).isEqualTo(401);
        assertThat(manager.delete(devices + "/" + id).statusCode()).isEqualTo(404);
        assertThat(Wire.json(manager.get(devices)).path(0).path("revokedAt").isNull())
                .isFalse();
        assertThat(enrol(code("gate"), device.publicKey()).statusCode())
                .as("a key is not used again")
                .isEqualTo(409);
    }

    @Test
    void aCodeIsGoodOnceForAnHour() throws GeneralSecurityException {
        String code = code("gate");
        assertThat(enrol(code, newKey()).statusCode()).isEqualTo(201);
        assertThat(enrol(code, newKey()).statusCode()).isEqualTo(401);
        assertThat(enrol("AAAA-BBBB", newKey()).statusCode()).isEqualTo(401);
        String late = code("gate");
        platform.clock().advance(Duration.ofMinutes(61));
        assertThat(enrol(late, newKey()).statusCode()).isEqualTo(401);
    }

    @Test
    void otherKindsOfKeysAreRefusedAndTheCodeStaysGood() throws GeneralSecurityException {
        String code = code("kiosk");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(384);
        assertThat(enrol(code, rsa.generateKeyPair().getPublic().getEncoded()).statusCode())
                .isEqualTo(422);
        assertThat(enrol(code, p384.generateKeyPair().getPublic().getEncoded()).statusCode())
                .isEqualTo(422);
        assertThat(enrol(code, new byte[] {1, 2, 3}).statusCode()).isEqualTo(422);
        assertThat(enrol(code, newKey()).statusCode()).isEqualTo(201);
    }

    private static byte[] newKey() throws GeneralSecurityException {
        return TestDevice.withNewKey(platform.clock()).publicKey();
    }

    private String code(String kind) {
        HttpResponse<String> made = retailer.staff(StaffRole.MANAGER, store)
                .post(
                        "/api/v1/stores/" + store + "/enrolment-codes",
                        "{\"kind\":\"" + kind + "\",\"name\":\"By the door\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Wire.json(made).path("code").asString();
    }

    private static HttpResponse<String> enrol(String code, byte[] key) {
        return platform.nobody()
                .post(
                        "/api/v1/devices/enrol",
                        "{\"code\":\"" + code + "\",\"publicKey\":\""
                                + Base64.getEncoder().encodeToString(key) + "\"}");
    }
}
