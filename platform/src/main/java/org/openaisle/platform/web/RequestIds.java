package org.openaisle.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request an id, which the answer, the problem in it and the log have in common, and writes down who was refused: by the path's
 * pattern, since a path holds ids.
 */
final class RequestIds extends OncePerRequestFilter {
    /** As logs call it. */
    static final String LOG_FIELD = "http.request.id";

    private static final String HEADER = "X-Request-Id";
    private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        request.setAttribute(LOG_FIELD, id);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(LOG_FIELD, id)) {
            chain.doFilter(request, response);
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN) {
                LOG.info("refused with {}: {} {}", status.value(), request.getMethod(), pattern(request));
            }
        }
    }

    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "before its handler" : pattern;
    }

    /** The id of a request, as its problem says it. */
    static @Nullable Object of(HttpServletRequest request) {
        return request.getAttribute(LOG_FIELD);
    }
}
