package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.openaisle.platform.web.Caller;
import org.openaisle.platform.web.CallerSource;
import org.openaisle.platform.web.SessionCookie;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Staff show the cookie of their session. */
@Component
@Order(2)
final class SessionSource implements CallerSource {
    private final StaffSessions sessions;

    SessionSource(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Caller> callerOf(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find).map(staff -> staff);
    }
}
