package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.SessionCookie;
import org.springframework.stereotype.Component;

/** Begins a session in somebody's browser, whatever they have shown who they are with. */
@Component
class SignedIn {
    private final StaffSessions sessions;

    SignedIn(StaffSessions sessions) {
        this.sessions = sessions;
    }

    /** Always a new token; the session that this browser had ends. */
    MeController.Me begin(TenantId tenant, UUID staff, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request)
                .ifPresent(old -> sessions.find(old).ifPresent(who -> sessions.end(who.tenant(), old)));
        String token = sessions.begin(tenant, staff);
        StaffCaller caller =
                sessions.find(token).orElseThrow(() -> Refused.unknownCaller("You do not work here any more."));
        SessionCookie.write(response, token, StaffSessions.LONGEST);
        return MeController.Me.of(caller, token);
    }
}
