package org.openaisle.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, before anything else looks at the request. Whether they may is the gate's business. */
final class CallerFilter extends OncePerRequestFilter {
    private final List<CallerSource> sources;
    private final ProblemWriter problems;

    CallerFilter(List<CallerSource> sources, ProblemWriter problems) {
        this.sources = List.copyOf(sources);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            find(request).ifPresent(caller -> Callers.put(request, caller));
        } catch (Refused e) {
            problems.write(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> find(HttpServletRequest request) {
        for (CallerSource source : sources) {
            Optional<Caller> caller = source.callerOf(request);
            if (caller.isPresent()) {
                return caller;
            }
        }
        return Optional.empty();
    }
}
