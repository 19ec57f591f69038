package org.openaisle.platform.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * What every request passes: who asks, whether another site asks in their name, and what a browser is told with the answer. Which path there
 * is at all is said here; who may call a handler, at the handler ({@link Allowed}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {
    private static final String[] FOR_EVERYBODY = {
        "/", "/index.html", "/favicon.ico", "/assets/**", "/api", "/health", "/health/**"
    };

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            List<CallerSource> sources,
            RateLimits limits,
            MetricsToken metrics,
            ProblemWriter problems) {
        // Not a bean: as one it would also be called outside of this chain.
        CallerFilter callers = new CallerFilter(sources, limits, problems);
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(new SameSite()))
                .addFilterAfter(callers, CsrfFilter.class)
                .headers(ResponseHeaders::set)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers("/metrics")
                        .access((who, request) -> new AuthorizationDecision(metrics.isShownBy(request.getRequest())))
                        .requestMatchers("/api/v1/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(noSuchPath(problems)).accessDeniedHandler(forged(problems)))
                .build();
    }

    private static AuthenticationEntryPoint noSuchPath(ProblemWriter problems) {
        return (request, response, e) -> problems.write(request, response, Refused.notFound("page"));
    }

    private static AccessDeniedHandler forged(ProblemWriter problems) {
        return (request, response, e) -> problems.write(
                request,
                response,
                Refused.forbidden(
                        "The header " + SessionCookie.CSRF_HEADER
                                + " is missing or not this session's, or another site sent this. GET /api/v1/me tells the token."));
    }
}
