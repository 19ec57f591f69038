package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;

class StoreControllerTest {
    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer retailer = platform.newRetailer("Stores");
    private final Wire owner = retailer.staff(StaffRole.OWNER);

    @Test
    void anOwnerAddsChangesAndClosesAStore() {
        HttpResponse<String> made = owner.post(
                "/api/v1/stores", "{\"name\":\" Main street \",\"timeZone\":\"Europe/Berlin\",\"currency\":\"EUR\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow();
        assertThat(Wire.json(owner.get(path)).path("name").asString()).isEqualTo("Main street");

        HttpResponse<String> closed = owner.put(
                path, "{\"name\":\"High street\",\"timeZone\":\"Europe/Vienna\",\"currency\":\"EUR\",\"closed\":true}");
        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(Wire.json(closed).path("closedAt").isNull()).isFalse();
        HttpResponse<String> renamed =
                owner.put(path, "{\"name\":\"Market\",\"timeZone\":\"Europe/Vienna\",\"currency\":\"EUR\"}");
        assertThat(Wire.json(renamed).path("closedAt").isNull()).isFalse();
        assertThat(Wire.json(renamed).path("name").asString()).isEqualTo("Market");
    }

    @Test
    void whatIsNoStoreIsRefusedWithWhatIsWrong() {
        assertRefused("{\"name\":\"\",\"timeZone\":\"Europe/Berlin\",\"currency\":\"EUR\"}", 422, "name");
        assertRefused("{\"name\":\"a\",\"timeZone\":\"Mars/Base\",\"currency\":\"EUR\"}", 422, "timeZone");
        assertRefused("{\"name\":\"a\",\"timeZone\":\"Europe/Berlin\",\"currency\":\"Taler\"}", 422, "currency");
        assertRefused("{\"name\":", 400, "JSON");
        assertRefused("{\"name\":\"a\",\"closed\":\"perhaps\"}", 400, "closed");
        assertRefused("{\"name\":\"" + "a".repeat(70_000) + "\"}", 413, "65536 bytes");
    }

    private void assertRefused(String body, int status, String detail) {
        HttpResponse<String> answer = owner.post("/api/v1/stores", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Wire.json(answer).path("detail").asString()).contains(detail);
    }

    @Test
    void staffAndDevicesSeeTheirStoresOnlyAndNeverAnotherRetailers() {
        UUID one = retailer.newStore("One");
        UUID two = retailer.newStore("Two");
        UUID foreign = platform.newRetailer("Others").newStore("Elsewhere");
        Wire manager = retailer.staff(StaffRole.MANAGER, one);
        Wire node = retailer.device(DeviceKind.STORE_NODE, one);
        assertThat(Wire.json(manager.get("/api/v1/stores")).size()).isEqualTo(1);
        for (Wire caller : new Wire[] {manager, node}) {
            assertThat(caller.get("/api/v1/stores/" + one).statusCode()).isEqualTo(200);
            assertThat(caller.get("/api/v1/stores/" + two).statusCode()).isEqualTo(404);
        }
        for (Wire caller : new Wire[] {manager, node, owner}) {
            assertThat(caller.get("/api/v1/stores/" + foreign).statusCode()).isEqualTo(404);
            assertThat(caller.get("/api/v1/stores/nonsense").statusCode()).isEqualTo(404);
        }
    }
}
