package org.openaisle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One way in which a request can show whose it is. The module of tenants has a bean for each. */
@FunctionalInterface
public interface CallerSource {
    /**
     * Who asks; empty when the request shows nothing of this kind, or what it shows is good no longer.
     *
     * @throws Refused when it shows something that is wrong, and the caller can be told what
     */
    Optional<Caller> callerOf(HttpServletRequest request);
}
