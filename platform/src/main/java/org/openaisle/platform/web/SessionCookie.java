package org.openaisle.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.openaisle.platform.keys.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of who is signed in, and the token against requests that other sites make in somebody's name. The token follows from the cookie,
 * which no script can read: {@code GET /api/v1/me} tells it, and a request that changes something repeats it in {@link #CSRF_HEADER}.
 */
public final class SessionCookie {
    /** With this prefix browsers take it only over a secure connection, for this host, and for all of its paths. */
    public static final String NAME = "__Host-openaisle";

    public static final String CSRF_HEADER = "X-CSRF-Token";

    private SessionCookie() {}

    /** What the cookie holds, if the request has one. */
    public static Optional<String> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Gives the browser its cookie. */
    public static void write(HttpServletResponse response, String token, Duration age) {
        add(response, token, age);
    }

    /** Takes it back. */
    public static void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String token, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The token that belongs to a cookie. */
    public static String csrfToken(String sessionToken) {
        byte[] hash = Sha256.of(("csrf|" + sessionToken).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
