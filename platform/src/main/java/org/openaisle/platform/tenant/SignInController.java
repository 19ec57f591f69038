package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.SessionCookie;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a code, and signing out. */
@RestController
class SignInController {
    private final SignInCodes codes;
    private final StaffSessions sessions;
    private final SignedIn signedIn;

    SignInController(SignInCodes codes, StaffSessions sessions, SignedIn signedIn) {
        this.codes = codes;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    /** A code as it was printed or told. */
    record Code(@Nullable String code) {}

    @PostMapping("/api/v1/sign-in/code")
    @Allowed(anybody = true, bodyBytes = 1024)
    MeController.Me withCode(@RequestBody Code body, HttpServletRequest request, HttpServletResponse response) {
        String code = body.code() == null ? "" : body.code();
        // The same words whether it never was one, was used, or is too old.
        SignInCodes.Holder holder =
                codes.use(code).orElseThrow(() -> Refused.unknownCaller("This code is not good. Ask for a new one."));
        return signedIn.begin(holder.tenant(), holder.staff(), request, response);
    }

    @PostMapping("/api/v1/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    void signOut(StaffCaller caller, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(token -> sessions.end(caller.tenant(), token));
        SessionCookie.clear(response);
    }

    /** Signs out everywhere: also where somebody else sits now. */
    @DeleteMapping("/api/v1/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    void signOutEverywhere(StaffCaller caller, HttpServletResponse response) {
        sessions.endAll(caller.tenant(), caller.staff());
        SessionCookie.clear(response);
    }
}
