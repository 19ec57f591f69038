package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.StaffRole;

class StaffControllerTest {
    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer retailer = platform.newRetailer("Staff");
    private final UUID one = retailer.newStore("One");
    private final UUID two = retailer.newStore("Two");
    private final UUID ownerId = retailer.newStaff(StaffRole.OWNER);
    private final Wire owner = retailer.signedIn(ownerId);
    private final Wire manager = retailer.staff(StaffRole.MANAGER, one);

    @Test
    void anOwnerAddsSomebodyWhoSignsInWithACodeAndIsGoneWhenRemoved() {
        HttpResponse<String> made = owner.post("/api/v1/staff", staff("Mia", "manager", one));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow();
        assertThat(Wire.json(made).path("role").asString()).isEqualTo("manager");

        String code =
                Wire.json(owner.post(path + "/sign-in-codes", "")).path("code").asString();
        Browser browser = new Browser(platform);
        assertThat(browser.signIn(code).statusCode()).isEqualTo(200);
        assertThat(Wire.json(browser.wire().get("/api/v1/me")).path("role").asString())
                .isEqualTo("manager");

        assertThat(owner.delete(path).statusCode()).isEqualTo(204);
        assertThat(browser.wire().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(owner.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aManagerLooksAfterAssociatesAndReviewersOfTheOwnStoreOnly() {
        assertThat(manager.post("/api/v1/staff", staff("A", "associate", one)).statusCode())
                .isEqualTo(201);
        assertThat(manager.post("/api/v1/staff", staff("B", "associate", two)).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/staff", staff("C", "owner", one)).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/staff", "{\"name\":\"D\",\"role\":\"associate\"}")
                        .statusCode())
                .isEqualTo(403);
        UUID elsewhere = retailer.newStaff(StaffRole.ASSOCIATE, two);
        UUID both = retailer.newStaff(StaffRole.ASSOCIATE, one, two);
        for (UUID other : new UUID[] {elsewhere, both, ownerId}) {
            String path = "/api/v1/staff/" + other;
            assertThat(manager.get(path).statusCode()).isEqualTo(404);
            assertThat(manager.put(path, staff("E", "associate", one)).statusCode())
                    .isEqualTo(404);
            assertThat(manager.delete(path).statusCode()).isEqualTo(404);
            assertThat(manager.post(path + "/sign-in-codes", "").statusCode()).isEqualTo(404);
        }
        UUID own = retailer.newStaff(StaffRole.ASSOCIATE, one);
        assertThat(manager.put("/api/v1/staff/" + own, staff("F", "manager", one))
                        .statusCode())
                .as("nobody is made one's equal")
                .isEqualTo(403);
    }

    @Test
    void withAnotherRoleSomebodySignsInAgain() {
        UUID id = retailer.newStaff(StaffRole.ASSOCIATE, one);
        Wire signedIn = retailer.signedIn(id);
        assertThat(owner.put("/api/v1/staff/" + id, staff("G", "associate", one))
                        .statusCode())
                .isEqualTo(200);
        assertThat(signedIn.get("/api/v1/me").statusCode()).as("only the name").isEqualTo(200);
        assertThat(owner.put("/api/v1/staff/" + id, staff("G", "reviewer", one)).statusCode())
                .isEqualTo(200);
        assertThat(signedIn.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theLastOwnerStays() {
        HttpResponse<String> refused = owner.delete("/api/v1/staff/" + ownerId);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(owner.put("/api/v1/staff/" + ownerId, staff("H", "manager", one))
                        .statusCode())
                .isEqualTo(409);
        assertThat(owner.get("/api/v1/me").statusCode())
                .as("nothing was changed")
                .isEqualTo(200);
    }

    @Test
    void storesOfOthersAreNotThere() {
        UUID foreign = platform.newRetailer("Others").newStore("Elsewhere");
        assertThat(owner.post("/api/v1/staff", staff("I", "associate", foreign)).statusCode())
                .isEqualTo(422);
    }

    private static String staff(String name, String role, UUID store) {
        return "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"stores\":[\"" + store + "\"]}";
    }
}
