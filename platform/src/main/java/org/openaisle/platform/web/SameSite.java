package org.openaisle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests need the token against forgery: those that change something, of a browser that is signed in or that another site sent. */
final class SameSite implements RequestMatcher {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean fromElsewhere = site != null && !OWN.contains(site);
        boolean byKey = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return fromElsewhere || (!byKey && SessionCookie.read(request).isPresent());
    }
}
