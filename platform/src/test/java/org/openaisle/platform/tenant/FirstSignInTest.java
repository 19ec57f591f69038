package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;

class FirstSignInTest {
    @Test
    void eachRetailerHasACodeForItsOwnerUntilSomebodyHasAPasskey() throws Exception {
        try (TestPlatform platform = TestPlatform.start(Map.of("openaisle.retailers", "North, South"))) {
            FirstSignIn first = platform.bean(FirstSignIn.class);
            List<FirstSignIn.Invitation> old = first.invitations();
            List<FirstSignIn.Invitation> invitations = first.invitations();
            assertThat(invitations).extracting(FirstSignIn.Invitation::retailer).containsExactly("North", "South");

            Browser browser = new Browser(platform);
            assertThat(browser.signIn(old.getFirst().code()).statusCode())
                    .as("of an earlier start")
                    .isEqualTo(401);
            assertThat(browser.signIn(invitations.getFirst().code()).statusCode())
                    .isEqualTo(200);
            assertThat(Wire.json(browser.wire().get("/api/v1/tenant"))
                            .path("name")
                            .asString())
                    .isEqualTo("North");
            assertThat(browser.wire()
                            .put("/api/v1/tenant", "{\"name\":\"Northern\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Wire.json(browser.wire().get("/api/v1/tenant"))
                            .path("name")
                            .asString())
                    .isEqualTo("Northern");

            SoftwareAuthenticator phone =
                    new SoftwareAuthenticator(platform.base().toString(), "localhost");
            var asked = Wire.json(browser.wire().post("/api/v1/me/passkeys/options", ""));
            assertThat(browser.wire()
                            .post(
                                    "/api/v1/me/passkeys",
                                    "{\"ceremony\":\"" + asked.path("ceremony").asString()
                                            + "\",\"label\":\"Phone\",\"credential\":"
                                            + phone.register(asked.path("options")) + "}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(first.invitations())
                    .extracting(FirstSignIn.Invitation::retailer)
                    .as("Northern has a passkey; North is asked for and not there any more")
                    .containsExactlyInAnyOrder("South", "North");
        }
    }
}
