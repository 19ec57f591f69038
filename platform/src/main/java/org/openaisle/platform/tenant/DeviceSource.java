package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.openaisle.platform.web.Caller;
import org.openaisle.platform.web.CallerSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Devices sign every request with their key: {@code Authorization: Bearer TOKEN}. */
@Component
@Order(1)
final class DeviceSource implements CallerSource {
    private static final String BEARER = "Bearer ";

    private final DeviceTokens tokens;

    DeviceSource(DeviceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<Caller> callerOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Optional.of(tokens.verify(header.substring(BEARER.length()), request.getMethod(), path));
    }
}
