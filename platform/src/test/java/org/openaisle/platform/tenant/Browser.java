package org.openaisle.platform.tenant;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.web.SessionCookie;

/** Keeps the cookie and repeats the token, as a page does. */
final class Browser {
    private final TestPlatform platform;
    private String cookie = "";
    private String csrfToken = "";

    Browser(TestPlatform platform) {
        this.platform = platform;
    }

    HttpResponse<String> signIn(String code) {
        return take(wire().post("/api/v1/sign-in/code", "{\"code\":\"" + code + "\"}"));
    }

    /** Takes in what an answer sets. */
    HttpResponse<String> take(HttpResponse<String> answer) {
        Optional<String> set = answer.headers().firstValue("Set-Cookie");
        set.ifPresent(text -> cookie = text.substring(0, text.indexOf(';')));
        if (answer.statusCode() == 200 && set.isPresent()) {
            csrfToken = Wire.json(answer).path("csrfToken").asString();
        }
        return answer;
    }

    String cookie() {
        return cookie;
    }

    Wire wire() {
        return platform.as((request, method, path) -> {
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            if (!csrfToken.isEmpty()) {
                request.header(SessionCookie.CSRF_HEADER, csrfToken);
            }
        });
    }
}
