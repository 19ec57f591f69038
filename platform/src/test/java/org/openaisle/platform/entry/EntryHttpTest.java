package org.openaisle.platform.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import tools.jackson.databind.JsonNode;

class EntryHttpTest {
    private TestRetailer north;
    private UUID store;
    private Wire manager;
    private Wire gate;

    @BeforeEach
    void aRetailerWithAGate() {
        north = TestPlatform.shared().newRetailer("North");
        store = north.newStore("Main street");
        manager = north.staff(StaffRole.MANAGER, store);
        gate = north.device(DeviceKind.GATE, store);
    }

    private String entry() {
        return "/api/v1/stores/" + store + "/configuration/entry";
    }

    @Test
    void aGateGetsTheKeysAndNobodyElseDoesButAStoreNode() {
        JsonNode entry = Wire.json(gate.get(entry()));
        assertThat(entry.path("keys")).hasSize(1);
        assertThat(entry.path("keys").path(0).toString()).doesNotContainIgnoringCase("private");
        assertThat(north.device(DeviceKind.STORE_NODE, store).get(entry()).statusCode())
                .isEqualTo(200);
        assertThat(north.device(DeviceKind.KIOSK, store).get(entry()).statusCode())
                .isEqualTo(403);
        assertThat(manager.get(entry()).statusCode()).isEqualTo(403);
    }

    @Test
    void aNewKeyAndADenialReachTheGateAndWhatWasSaidIsNotKept() {
        String tag = gate.get(entry()).headers().firstValue("ETag").orElseThrow();
        assertThat(manager.post("/api/v1/entry/keys", "").statusCode()).isEqualTo(201);
        String until = Instant.now().plus(Duration.ofDays(7)).toString();
        HttpResponse<String> denial = manager.post(
                "/api/v1/entry/denials",
                "{\"subject\": \"shopper-7\", \"reason\": \"UNPAID\", \"until\": \"" + until + "\"}");
        assertThat(denial.statusCode()).isEqualTo(201);
        HttpResponse<String> entry = gate.get(entry());
        assertThat(entry.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(Wire.json(entry).path("keys")).hasSize(2);
        assertThat(Wire.json(entry).path("denied")).hasSize(1);
        assertThat(entry.body()).doesNotContain("shopper-7");
        assertThat(gate.get(entry() + "/versions/1").statusCode()).isEqualTo(403);
        assertThat(manager.get(entry() + "/versions/1").statusCode())
                .as("not kept")
                .isEqualTo(404);

        String path = "/api/v1/entry/denials/" + Wire.json(denial).path("id").stringValue();
        Wire other = TestPlatform.shared().newRetailer("South").staff(StaffRole.OWNER);
        assertThat(other.delete(path).statusCode()).isEqualTo(404);
        assertThat(Wire.json(other.get("/api/v1/entry/denials"))).isEmpty();
        assertThat(manager.delete(path).statusCode()).isEqualTo(204);
        assertThat(Wire.json(gate.get(entry())).path("denied")).isEmpty();
    }

    @Test
    void aDenialNeedsAReasonAndAnEnd() {
        String path = "/api/v1/entry/denials";
        assertThat(manager.post(path, "{\"subject\": \"shopper-7\", \"reason\": \"UNPAID\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.post(path, "{\"subject\": \"s\", \"until\": \"2999-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.post(
                                path,
                                "{\"subject\": \"s\", \"reason\": \"BANNED\", \"until\": \"2999-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(north.staff(StaffRole.ASSOCIATE, store).get(path).statusCode())
                .isEqualTo(403);
    }
}
