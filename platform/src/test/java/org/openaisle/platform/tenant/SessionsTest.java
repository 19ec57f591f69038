package org.openaisle.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.SessionCookie;
import org.openaisle.platform.web.StaffRole;

class SessionsTest {
    private static final String ME = "/api/v1/me";

    private static TestPlatform platform;

    private final TestRetailer retailer = platform.newRetailer("Sessions");
    private final UUID staff = retailer.newStaff(StaffRole.OWNER);

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private String code() {
        return platform.bean(SignInCodes.class).make(retailer.tenant(), staff).code();
    }

    @Test
    void aCodeIsGoodOnceForADayAndUntilTheNext() {
        String first = code();
        String second = code();
        assertThat(new Browser(platform).signIn(first).statusCode()).isEqualTo(401);
        assertThat(new Browser(platform)
                        .signIn(" " + second.toLowerCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(platform).signIn(second).statusCode()).isEqualTo(401);
        String late = code();
        platform.clock().advance(Duration.ofHours(25));
        assertThat(new Browser(platform).signIn(late).statusCode()).isEqualTo(401);
    }

    @Test
    void theCookieIsForThisHostAndNoScript() {
        HttpResponse<String> answer = new Browser(platform).signIn(code());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-openaisle=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(token).as("256 bits").hasSize(43);
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void aSessionEndsWhenIdleAndAfterHalfADay() {
        Wire idle = retailer.signedIn(staff);
        platform.clock().advance(Duration.ofMinutes(29));
        assertThat(idle.get(ME).statusCode()).isEqualTo(200);
        platform.clock().advance(Duration.ofMinutes(29));
        assertThat(idle.get(ME).statusCode()).as("seen meanwhile").isEqualTo(200);
        platform.clock().advance(Duration.ofMinutes(31));
        assertThat(idle.get(ME).statusCode()).isEqualTo(401);

        Wire busy = retailer.signedIn(staff);
        for (int i = 0; i < 12 * 3 - 1; i++) {
            platform.clock().advance(Duration.ofMinutes(20));
            assertThat(busy.get(ME).statusCode())
                    .as("after %s times 20 minutes", i + 1)
                    .isEqualTo(200);
        }
        platform.clock().advance(Duration.ofMinutes(20));
        assertThat(busy.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsOutAndTheCookieIsTakenBack() {
        Browser browser = new Browser(platform);
        browser.signIn(code());
        String stolen = browser.cookie();
        HttpResponse<String> out = browser.wire().post("/api/v1/sign-out", "");
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        Wire thief = platform.as((request, method, path) -> request.header("Cookie", stolen));
        assertThat(thief.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        Wire here = retailer.signedIn(staff);
        Wire there = retailer.signedIn(staff);
        assertThat(here.delete("/api/v1/me/sessions").statusCode()).isEqualTo(204);
        assertThat(there.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void signingInGivesANewTokenAndEndsTheOldSession() {
        Browser browser = new Browser(platform);
        browser.signIn(code());
        String before = browser.cookie();
        browser.signIn(code());
        assertThat(browser.cookie()).isNotEqualTo(before);
        Wire old = platform.as((request, method, path) -> request.header("Cookie", before));
        assertThat(old.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void whatChangesSomethingNeedsTheTokenThatOnlyTheOwnPagesKnow() {
        Browser browser = new Browser(platform);
        browser.signIn(code());
        String cookie = browser.cookie();
        assertThat(signOut(cookie, null, null)).as("no token").isEqualTo(403);
        assertThat(signOut(cookie, "made up", null)).as("another token").isEqualTo(403);
        String token = Wire.json(browser.wire().get(ME)).path("csrfToken").asString();
        assertThat(signOut(cookie, token, "cross-site"))
                .as("sent by another site, with the token")
                .isEqualTo(204);
    }

    @Test
    void anotherSiteCannotSignSomebodyInAndAFormIsNoJson() {
        String body = "{\"code\":\"" + code() + "\"}";
        assertThat(platform.nobody()
                        .send(
                                "POST",
                                "/api/v1/sign-in/code",
                                BodyPublishers.ofString(body),
                                request -> request.header("Content-Type", "application/json")
                                        .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.nobody()
                        .post("/api/v1/sign-in/code", "text/plain", body)
                        .statusCode())
                .isEqualTo(415);
    }

    private static int signOut(String cookie, @Nullable String token, @Nullable String site) {
        return platform.nobody()
                .send("POST", "/api/v1/sign-out", BodyPublishers.noBody(), request -> {
                    request.header("Cookie", cookie);
                    if (token != null) {
                        request.header(SessionCookie.CSRF_HEADER, token);
                    }
                    if (site != null) {
                        request.header("Sec-Fetch-Site", site);
                    }
                })
                .statusCode();
    }
}
