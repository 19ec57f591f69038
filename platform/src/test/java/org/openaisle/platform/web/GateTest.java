package org.openaisle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.tenant.TestRetailer;

class GateTest {
    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer retailer = platform.newRetailer("Gate");

    @Test
    void whoIsNotKnownIsToldSoAsAProblem() {
        HttpResponse<String> answer = platform.nobody().get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Wire.json(answer).path("status").asInt()).isEqualTo(401);
    }

    @Test
    void staffAreKnownByTheirSession() {
        HttpResponse<String> answer = retailer.staff(StaffRole.ASSOCIATE).get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Wire.json(answer).path("role").asString()).isEqualTo("associate");
    }

    @Test
    void aDeviceMayNotDoWhatIsForStaff() {
        UUID store = retailer.newStore("Corner");
        HttpResponse<String> answer = retailer.device(DeviceKind.GATE, store).get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void pathsThatAreNotThereAreProblemsToo() {
        for (String path : new String[] {"/api/v1/nowhere", "/elsewhere", "/actuator/env"}) {
            HttpResponse<String> answer = platform.nobody().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
        }
        HttpResponse<String> answer =
                retailer.staff(StaffRole.OWNER).send("PATCH", "/api/v1/me", BodyPublishers.noBody(), request -> {});
        assertThat(answer.statusCode()).isEqualTo(405);
    }
}
