package org.openaisle.platform.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.SiteNames;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Registers passkeys and knows people by them. A passkey belongs to the name by which the browser has reached the platform. */
@Component
class Passkeys {
    private static final Duration TIME_FOR_IT = Duration.ofMinutes(5);

    private final PasskeyUsers users;
    private final PasskeyRecords records;
    private final SiteNames names;
    /** What was asked of a browser and has not been answered yet; each is answered once. */
    private final Cache<UUID, PublicKeyCredentialCreationOptions> registrations = ceremonies();

    private final Cache<UUID, PublicKeyCredentialRequestOptions> signIns = ceremonies();

    Passkeys(PasskeyUsers users, PasskeyRecords records, SiteNames names) {
        this.users = users;
        this.records = records;
        this.names = names;
    }

    private static <T> Cache<UUID, T> ceremonies() {
        return Caffeine.newBuilder()
                .expireAfterWrite(TIME_FOR_IT)
                .maximumSize(10_000)
                .build();
    }

    /** What a browser is to answer, and under which number. */
    record Asked<T>(UUID ceremony, T options) {}

    Asked<PublicKeyCredentialCreationOptions> askToRegister(StaffCaller caller, HttpServletRequest request) {
        String name = new PasskeyUsers.Known(caller.tenant(), caller.staff()).username();
        Authentication who = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        return asked(
                registrations,
                site(request)
                        .createPublicKeyCredentialCreationOptions(
                                new ImmutablePublicKeyCredentialCreationOptionsRequest(who)));
    }

    void register(
            StaffCaller caller,
            UUID ceremony,
            PublicKeyCredential<AuthenticatorAttestationResponse> credential,
            String label,
            HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = answered(registrations, ceremony);
        PasskeyUsers.Known asked = users.ofHandle(options.getUser().getId().getBytes())
                .orElseThrow(() -> Refused.conflict("You do not work here any more."));
        if (!asked.staff().equals(caller.staff()) || !asked.tenant().equals(caller.tenant())) {
            throw Refused.unprocessable("This was asked of somebody else. Begin anew.");
        }
        try {
            site(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, label)));
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Refused.unprocessable("This passkey cannot be registered here. Begin anew.");
        }
    }

    Asked<PublicKeyCredentialRequestOptions> askToSignIn(HttpServletRequest request) {
        return asked(
                signIns,
                site(request)
                        .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null)));
    }

    PasskeyUsers.Known signIn(
            UUID ceremony, PublicKeyCredential<AuthenticatorAssertionResponse> credential, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = answered(signIns, ceremony);
        try {
            PublicKeyCredentialUserEntity user =
                    site(request).authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return users.ofHandle(user.getId().getBytes()).orElseThrow(Passkeys::unknown);
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.unknownCaller("This passkey is not known here. Ask for a code to sign in with.");
    }

    private static <T> Asked<T> asked(Cache<UUID, T> ceremonies, T options) {
        UUID ceremony = UUID.randomUUID();
        ceremonies.put(ceremony, options);
        return new Asked<>(ceremony, options);
    }

    private static <T> T answered(Cache<UUID, T> ceremonies, UUID ceremony) {
        @Nullable T options = ceremonies.asMap().remove(ceremony);
        if (options == null) {
            throw Refused.unprocessable("This was asked too long ago, or answered before. Begin anew.");
        }
        return options;
    }

    private Webauthn4JRelyingPartyOperations site(HttpServletRequest request) {
        String name = names.checked(request.getServerName());
        String origin = request.getScheme() + "://" + name + port(request);
        var site = new Webauthn4JRelyingPartyOperations(
                users,
                records,
                PublicKeyCredentialRpEntity.builder().id(name).name("OpenAisle").build(),
                Set.of(origin));
        site.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build())
                        .timeout(TIME_FOR_IT));
        site.setCustomizeRequestOptions(options ->
                options.userVerification(UserVerificationRequirement.REQUIRED).timeout(TIME_FOR_IT));
        return site;
    }

    private static String port(HttpServletRequest request) {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return usual ? "" : ":" + request.getServerPort();
    }
}
