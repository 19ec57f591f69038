package org.openaisle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.tenant.TestRetailer;

class LimitsTest {
    private static final int BURST = 5;
    private static final int FAILURES = 8;

    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of(
                "openaisle.limits.staff-burst", "" + BURST,
                "openaisle.limits.staff-per-second", "1",
                "openaisle.limits.device-burst", "" + BURST,
                "openaisle.limits.device-per-second", "1",
                "openaisle.limits.failures-per-minute", "" + FAILURES));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndOthersAreNotAffected() {
        TestRetailer retailer = platform.newRetailer("Limits");
        UUID store = retailer.newStore("Corner");
        UUID person = retailer.newStaff(StaffRole.OWNER);
        assertLimited("/api/v1/me", retailer.signedIn(person), retailer.signedIn(person));
        assertThat(retailer.staff(StaffRole.OWNER).get("/api/v1/me").statusCode())
                .isEqualTo(200);
        Wire device = retailer.device(DeviceKind.GATE, store);
        assertLimited("/api/v1/devices/me", device, device);
        assertThat(retailer.device(DeviceKind.GATE, store)
                        .get("/api/v1/devices/me")
                        .statusCode())
                .isEqualTo(200);
    }

    /** The same caller twice: what one does counts for the other. */
    private static void assertLimited(String path, Wire caller, Wire same) {
        // Some seconds may pass meanwhile, each of which gives one more.
        HttpResponse<String> refused = IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? caller : same).get(path))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 2L);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whoGuessesCodesIsStoppedAndWhoIsKnownIsNot() {
        Wire known = platform.newRetailer("Known").staff(StaffRole.OWNER);
        for (int i = 0; i < FAILURES; i++) {
            assertThat(guess().statusCode()).as("guess %s", i).isEqualTo(401);
        }
        HttpResponse<String> stopped = guess();
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(platform.as((request, method, path) -> request.header("Authorization", "Bearer made.up.token"))
                        .get("/api/v1/devices/me")
                        .statusCode())
                .isEqualTo(429);
        assertThat(known.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> guess() {
        return platform.nobody().post("/api/v1/sign-in/code", "{\"code\":\"AAAA\"}");
    }

    @Test
    void aNetworkOfAddressesCountsAsOne() {
        assertThat(RateLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo(RateLimits.network("2001:db8:1:2::1"));
        assertThat(RateLimits.network("2001:db8:1:3::1")).isNotEqualTo(RateLimits.network("2001:db8:1:2::1"));
        assertThat(RateLimits.network("192.0.2.1")).isNotEqualTo(RateLimits.network("192.0.2.2"));
    }
}
