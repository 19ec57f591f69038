package org.openaisle.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, before anything else looks at the request, and counts it for them. Whether they may is the gate's business. What shows
 * that somebody guesses is counted for the address that it comes from.
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final String INTERFACE = "/api/v1/";

    private final List<CallerSource> sources;
    private final RateLimits limits;
    private final ProblemWriter problems;

    CallerFilter(List<CallerSource> sources, RateLimits limits, ProblemWriter problems) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        try {
            Caller caller = request.getRequestURI().startsWith(INTERFACE) ? find(request, address) : null;
            limits.request(caller, address);
            if (caller != null) {
                Callers.put(request, caller);
            }
        } catch (Refused e) {
            problems.write(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            limits.failure(address);
        }
    }

    private @Nullable Caller find(HttpServletRequest request, String address) {
        try {
            for (CallerSource source : sources) {
                Caller caller = source.callerOf(request).orElse(null);
                if (caller != null) {
                    return caller;
                }
            }
        } catch (Refused e) {
            limits.attempt(address);
            limits.failure(address);
            throw e;
        }
        // Whoever is not known is about to show a code or a passkey, or is refused: either may be a guess.
        limits.attempt(address);
        return null;
    }
}
