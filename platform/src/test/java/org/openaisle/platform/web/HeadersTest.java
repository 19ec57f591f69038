package org.openaisle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;

class HeadersTest {
    private final TestPlatform platform = TestPlatform.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/sign-in.js", "/api", "/health", "/api/v1/me", "/api/v1/nowhere", "/nowhere"})
    void everyAnswerTellsBrowsersToBeStrict(String path) {
        HttpHeaders headers = platform.nobody().get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue(ResponseHeaders.CONTENT_POLICY)
                .get()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Request-Id").orElse("")).hasSize(36);
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aProblemNamesTheRequestAndNothingOfTheInside() {
        HttpResponse<String> answer = platform.nobody().get("/api/v1/me");
        assertThat(Wire.json(answer).path("request").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        HttpResponse<String> strange =
                platform.nobody().send("GET", "/api/v1/stores/%2e%2e;a=b//x", BodyPublishers.noBody(), request -> {});
        assertThat(strange.statusCode()).isEqualTo(400);
        assertThat(strange.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(strange.body()).doesNotContain("Exception", "springframework", "trace");
    }

    @Test
    void anotherSiteMayNotReadAnswersAndTraceIsRefused() {
        HttpResponse<String> preflight = platform.nobody()
                .send(
                        "OPTIONS",
                        "/api/v1/stores",
                        BodyPublishers.noBody(),
                        request -> request.header("Origin", "https://evil.example")
                                .header("Access-Control-Request-Method", "POST"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(platform.nobody()
                        .send("TRACE", "/api/v1/me", BodyPublishers.noBody(), request -> {})
                        .statusCode())
                .isIn(400, 405);
    }
}
