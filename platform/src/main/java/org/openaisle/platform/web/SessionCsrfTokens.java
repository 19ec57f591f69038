package org.openaisle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The tokens follow from the session's cookie, so that nothing has to be kept. */
final class SessionCsrfTokens implements CsrfTokenRepository {
    private static final String PARAMETER = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        // Nobody is signed in: a token that nobody can know.
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // There is nothing to keep.
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.read(request)
                .map(session -> token(SessionCookie.csrfToken(session)))
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(SessionCookie.CSRF_HEADER, PARAMETER, value);
    }
}
