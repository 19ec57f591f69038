package org.openaisle.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import tools.jackson.databind.JsonNode;

class CatalogHttpTest {
    private static final String CSV =
            "gtin,name,weightGrams,vatRate,price,currency,priceFrom\n4006381333931,Crisps,62,0.07,149,EUR,2026-01-01T00:00:00Z\n";

    private TestRetailer north;
    private UUID store;
    private Wire manager;
    private Wire node;

    @BeforeEach
    void aRetailerWithAStore() {
        north = TestPlatform.shared().newRetailer("North");
        store = north.newStore("Main street");
        manager = north.staff(StaffRole.MANAGER, store);
        node = north.device(DeviceKind.STORE_NODE, store);
    }

    @Test
    void aStoreNodeGetsTheCatalogueAndThenOnlyWhatHasChanged() {
        assertThat(manager.post("/api/v1/products/import", "text/csv", CSV).statusCode())
                .isEqualTo(200);
        HttpResponse<String> first = node.get(configuration("catalog"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Wire.json(first).path("products").path(0).path("name").stringValue())
                .isEqualTo("Crisps");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]+\"");
        assertThat(first.headers().firstValue("OpenAisle-Configuration-Version"))
                .contains("1");

        HttpResponse<String> again = since(tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);

        assertThat(manager.delete("/api/v1/products/04006381333931").statusCode())
                .isEqualTo(204);
        HttpResponse<String> changed = since(tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Wire.json(changed).path("products")).isEmpty();
        assertThat(node.get(configuration("catalog") + "/versions/1").body()).isEqualTo(first.body());
        assertThat(Wire.json(node.get(configuration("catalog") + "/versions"))).hasSize(2);
    }

    private HttpResponse<String> since(String tag) {
        return node.send(
                "GET",
                configuration("catalog"),
                BodyPublishers.noBody(),
                request -> request.header("If-None-Match", tag));
    }

    @Test
    void faultsOfAnImportAreListedByLineAndNothingIsTaken() {
        HttpResponse<String> answer = manager.post(
                "/api/v1/products/import", "text/csv", CSV + "1,Bad,0,7,,,\n4006381333931,Crisps again,62,0.07,,,\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode faults = Wire.json(answer).path("faults");
        assertThat(faults).hasSize(4);
        assertThat(faults.path(0).path("line").intValue()).isEqualTo(3);
        assertThat(Wire.json(manager.get("/api/v1/products"))).isEmpty();
        JsonNode some = Wire.json(
                manager.post("/api/v1/products/import?extent=GOOD_LINES", "text/csv", CSV + "1,Bad,0,7,,,\n"));
        assertThat(some.path("taken").intValue()).isEqualTo(1);
        assertThat(some.path("faultCount").intValue()).isEqualTo(3);
    }

    @Test
    void whatIsExportedIsWhatCanBeImported() {
        manager.post("/api/v1/products/import", "text/csv", CSV);
        HttpResponse<String> csv = manager.send(
                "GET",
                "/api/v1/products/export",
                BodyPublishers.noBody(),
                request -> request.header("Accept", "text/csv"));
        assertThat(csv.body()).startsWith("gtin,barcodes,name");
        HttpResponse<String> json = manager.get("/api/v1/products/export");
        for (HttpResponse<String> file : List.of(csv, json)) {
            String type = file.headers().firstValue("Content-Type").orElseThrow();
            assertThat(Wire.json(manager.post("/api/v1/products/import", type, file.body()))
                            .path("faultCount")
                            .intValue())
                    .isZero();
        }
        assertThat(Wire.json(manager.get("/api/v1/products/04006381333931")).path("prices"))
                .hasSize(1);
    }

    @Test
    void settingsPlanogramAndLayoutAreSetByStaffAndFetchedByDevices() {
        manager.post("/api/v1/products/import", "text/csv", CSV);
        assertThat(manager.put(of("/settings"), "{\"visit.outage-minutes\": 15, \"nonsense\": 1}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.put(of("/settings"), "{\"visit.outage-minutes\": 15}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Wire.json(node.get(configuration("settings")))
                        .path("visit.outage-minutes")
                        .intValue())
                .isEqualTo(15);
        assertThat(node.get(configuration("layout")).statusCode()).isEqualTo(404);
        assertThat(manager.put(of("/layout"), """
                {"floor": [], "gates": [], "cameras": [], "fixtures": [{"shelves": [{"plates": [{"plateId": "P1"}]}]}]}""").statusCode()).isEqualTo(200);
        assertThat(node.get(configuration("layout")).statusCode()).isEqualTo(200);
        assertThat(manager.put(of("/planogram"), "{\"planogram\": [{\"plateId\": \"P9\"}, null]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.put(
                                of("/planogram"),
                                "{\"planogram\": [{\"plateId\": \"P1\", \"gtin\": \"04006381333931\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Wire.json(node.get(configuration("planogram"))).path("planogram"))
                .hasSize(1);
        assertThat(manager.put("/api/v1/settings", "{}").statusCode())
                .as("the retailer's are the owner's")
                .isEqualTo(403);
        assertThat(north.staff(StaffRole.OWNER)
                        .put("/api/v1/settings", "{\"entry.largest-party\": 2}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void promotionsAreAddedChangedAndRemoved() {
        manager.post("/api/v1/products/import", "text/csv", CSV);
        String path = "/api/v1/promotions/" + UUID.randomUUID();
        assertThat(manager.put(path, "{\"name\": \"Less\"}").statusCode()).isEqualTo(422);
        assertThat(manager.put(path, """
                {"name": "Less", "kind": "PERCENT_OFF", "percentOff": 10, "startsAt": "2026-01-01T00:00:00Z", "products": ["04006381333931"]}""").statusCode()).isEqualTo(200);
        assertThat(Wire.json(manager.get("/api/v1/promotions"))).hasSize(1);
        assertThat(manager.delete(path).statusCode()).isEqualTo(204);
        assertThat(manager.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherRetailersStaffAndDevicesSeeAndChangeNothing() {
        manager.post("/api/v1/products/import", "text/csv", CSV);
        TestRetailer south = TestPlatform.shared().newRetailer("South");
        Wire owner = south.staff(StaffRole.OWNER);
        assertThat(Wire.json(owner.get("/api/v1/products"))).isEmpty();
        assertThat(owner.delete("/api/v1/products/04006381333931").statusCode()).isEqualTo(404);
        assertThat(owner.get(configuration("catalog")).statusCode()).isEqualTo(404);
        assertThat(owner.put(of("/settings"), "{}").statusCode()).isEqualTo(404);
        Wire theirs = south.device(DeviceKind.STORE_NODE, south.newStore("Elsewhere"));
        assertThat(theirs.get(configuration("catalog")).statusCode()).isEqualTo(404);
    }

    private String of(String what) {
        return "/api/v1/stores/" + store + what;
    }

    private String configuration(String part) {
        return of("/configuration/" + part);
    }
}
