package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.StaffRole;
import tools.jackson.databind.JsonNode;

class PasskeysTest {
    private static final String PASSKEYS = "/api/v1/me/passkeys";

    private final TestPlatform platform = TestPlatform.shared();
    private final String origin = platform.base().toString();
    private final TestRetailer retailer = platform.newRetailer("Passkeys");
    private final UUID staff = retailer.newStaff(StaffRole.OWNER);
    private final Wire signedIn = retailer.signedIn(staff);

    private HttpResponse<String> register(Wire as, SoftwareAuthenticator authenticator) {
        JsonNode asked = Wire.json(as.post(PASSKEYS + "/options", ""));
        return as.post(
                PASSKEYS,
                "{\"ceremony\":\"" + asked.path("ceremony").asString() + "\",\"label\":\"Phone\",\"credential\":"
                        + authenticator.register(asked.path("options")) + "}");
    }

    private HttpResponse<String> signIn(Browser browser, SoftwareAuthenticator authenticator) {
        return browser.take(browser.wire().post("/api/v1/sign-in/passkey", answer(browser, authenticator)));
    }

    private static String answer(Browser browser, SoftwareAuthenticator authenticator) {
        JsonNode asked = Wire.json(browser.wire().post("/api/v1/sign-in/passkey/options", ""));
        return "{\"ceremony\":\"" + asked.path("ceremony").asString() + "\",\"credential\":"
                + authenticator.signIn(asked.path("options")) + "}";
    }

    @Test
    void somebodyRegistersAPasskeyAndSignsInWithIt() throws GeneralSecurityException {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin, "localhost");
        HttpResponse<String> registered = register(signedIn, phone);
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(204);

        Browser browser = new Browser(platform);
        HttpResponse<String> in = signIn(browser, phone);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(Wire.json(in).path("staff").asString()).isEqualTo(staff.toString());
        JsonNode mine = Wire.json(browser.wire().get(PASSKEYS));
        assertThat(mine.path(0).path("label").asString()).isEqualTo("Phone");

        String id = mine.path(0).path("id").asString();
        assertThat(retailer.staff(StaffRole.OWNER).delete(PASSKEYS + "/" + id).statusCode())
                .as("it is somebody else's")
                .isEqualTo(404);
        assertThat(browser.wire().delete(PASSKEYS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(signIn(new Browser(platform), phone).statusCode()).isEqualTo(401);
    }

    @Test
    void whoWasRemovedDoesNotGetIn() throws GeneralSecurityException {
        UUID other = retailer.newStaff(StaffRole.OWNER);
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin, "localhost");
        register(retailer.signedIn(other), phone);
        assertThat(signedIn.delete("/api/v1/staff/" + other).statusCode()).isEqualTo(204);
        assertThat(signIn(new Browser(platform), phone).statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerIsGoodOnceAndForItsQuestionOnly() throws GeneralSecurityException {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin, "localhost");
        register(signedIn, phone);
        Browser browser = new Browser(platform);
        String answer = answer(browser, phone);
        assertThat(browser.wire().post("/api/v1/sign-in/passkey", answer).statusCode())
                .isEqualTo(200);
        assertThat(browser.wire().post("/api/v1/sign-in/passkey", answer).statusCode())
                .isEqualTo(422);
        String other = Wire.json(browser.wire().post("/api/v1/sign-in/passkey/options", ""))
                .path("ceremony")
                .asString();
        String moved = "{\"ceremony\":\"" + other + answer.substring(answer.indexOf("\",\"credential"));
        assertThat(browser.wire().post("/api/v1/sign-in/passkey", moved).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherSitesAnswerAnUnverifiedPersonAndACopyAreRefused() throws GeneralSecurityException {
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin, "localhost");
        register(signedIn, phone);
        assertThat(signIn(new Browser(platform), phone).statusCode()).isEqualTo(200);
        phone.setCount(0);
        assertThat(signIn(new Browser(platform), phone).statusCode())
                .as("a copy")
                .isEqualTo(401);
        phone.setCount(100);
        assertThat(signIn(new Browser(platform), phone).statusCode()).isEqualTo(200);
        phone.withoutVerification();
        assertThat(signIn(new Browser(platform), phone).statusCode()).isEqualTo(401);

        SoftwareAuthenticator deceived = new SoftwareAuthenticator("http://localhost.evil.example", "localhost");
        assertThat(register(signedIn, deceived).statusCode()).isEqualTo(422);
        SoftwareAuthenticator elsewhere = new SoftwareAuthenticator(origin, "elsewhere.example");
        assertThat(register(signedIn, elsewhere).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyRegistersWhatWasAskedOfSomebodyElse() throws GeneralSecurityException {
        Wire other = retailer.staff(StaffRole.ASSOCIATE);
        JsonNode asked = Wire.json(signedIn.post(PASSKEYS + "/options", ""));
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin, "localhost");
        HttpResponse<String> answer = other.post(
                PASSKEYS,
                "{\"ceremony\":\"" + asked.path("ceremony").asString() + "\",\"label\":\"Phone\",\"credential\":"
                        + phone.register(asked.path("options")) + "}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(asked.path("options")
                        .path("authenticatorSelection")
                        .path("userVerification")
                        .asString())
                .isEqualTo("required");
    }
}
