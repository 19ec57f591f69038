package org.openaisle.platform.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys of staff: WebAuthn's two ceremonies, each asked and answered. Options and credentials have WebAuthn's own JSON. */
@RestController
class PasskeyController {
    private static final int LONGEST_LABEL = 100;

    private final Passkeys passkeys;
    private final PasskeyRecords records;
    private final SignedIn signedIn;

    PasskeyController(Passkeys passkeys, PasskeyRecords records, SignedIn signedIn) {
        this.passkeys = passkeys;
        this.records = records;
        this.signedIn = signedIn;
    }

    @PostMapping("/api/v1/me/passkeys/options")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    Passkeys.Asked<PublicKeyCredentialCreationOptions> ask(StaffCaller caller, HttpServletRequest request) {
        return passkeys.askToRegister(caller, request);
    }

    /** A passkey that a browser has made. */
    record NewPasskey(
            @Nullable UUID ceremony,
            @Nullable String label,
            @Nullable PublicKeyCredential<AuthenticatorAttestationResponse> credential) {}

    @PostMapping("/api/v1/me/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    void register(StaffCaller caller, @RequestBody NewPasskey passkey, HttpServletRequest request) {
        if (passkey.ceremony() == null || passkey.credential() == null) {
            throw Refused.unprocessable("ceremony and credential are needed.");
        }
        String label = Names.checked("label", passkey.label(), LONGEST_LABEL);
        passkeys.register(caller, passkey.ceremony(), passkey.credential(), label, request);
    }

    /** A passkey as its owner is told. */
    record PasskeyView(String id, String label, Instant createdAt, Instant lastUsedAt) {}

    @GetMapping("/api/v1/me/passkeys")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    List<PasskeyView> mine(StaffCaller caller) {
        return records.of(caller.tenant(), caller.staff()).stream()
                .map(record -> new PasskeyView(
                        record.getCredentialId().toBase64UrlString(),
                        record.getLabel(),
                        record.getCreated(),
                        record.getLastUsed()))
                .toList();
    }

    @DeleteMapping("/api/v1/me/passkeys/{passkey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    void delete(StaffCaller caller, @PathVariable String passkey) {
        if (!records.delete(caller.tenant(), caller.staff(), decoded(passkey))) {
            throw Refused.notFound("passkey of yours");
        }
    }

    private static byte[] decoded(String passkey) {
        try {
            return Base64.getUrlDecoder().decode(passkey);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound("passkey of yours");
        }
    }

    @PostMapping("/api/v1/sign-in/passkey/options")
    @Allowed(anybody = true)
    Passkeys.Asked<PublicKeyCredentialRequestOptions> askToSignIn(HttpServletRequest request) {
        return passkeys.askToSignIn(request);
    }

    /** What a browser has signed with a passkey. */
    record Shown(@Nullable UUID ceremony, @Nullable PublicKeyCredential<AuthenticatorAssertionResponse> credential) {}

    @PostMapping("/api/v1/sign-in/passkey")
    @Allowed(anybody = true)
    MeController.Me signIn(@RequestBody Shown shown, HttpServletRequest request, HttpServletResponse response) {
        if (shown.ceremony() == null || shown.credential() == null) {
            throw Refused.unprocessable("ceremony and credential are needed.");
        }
        PasskeyUsers.Known known = passkeys.signIn(shown.ceremony(), shown.credential(), request);
        return signedIn.begin(known.tenant(), known.staff(), request, response);
    }
}
