package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.SessionCookie;
import org.openaisle.platform.web.StaffRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, and the token that their requests must repeat. */
@RestController
class MeController {
    /** What a page needs to know about who looks at it. */
    record Me(UUID tenant, UUID staff, String role, Set<UUID> stores, String csrfToken) {
        static Me of(StaffCaller caller, String sessionToken) {
            return new Me(
                    caller.tenant().value(),
                    caller.staff(),
                    caller.role().id(),
                    caller.stores(),
                    SessionCookie.csrfToken(sessionToken));
        }
    }

    @GetMapping("/api/v1/me")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    Me me(StaffCaller caller, HttpServletRequest request) {
        return Me.of(caller, SessionCookie.read(request).orElse(""));
    }
}
