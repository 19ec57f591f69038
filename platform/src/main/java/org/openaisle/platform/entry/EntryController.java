package org.openaisle.platform.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.privacy.AccessLog;
import org.openaisle.platform.privacy.Action;
import org.openaisle.platform.privacy.Actor;
import org.openaisle.platform.privacy.Reason;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys of entry codes, and whom gates do not let in. */
@RestController
class EntryController {
    private static final Duration LONGEST_DENIAL = Duration.ofDays(3 * 365);
    private static final int LONGEST_SUBJECT = 200;

    private final EntryKeys keys;
    private final Denials denials;
    private final AccessLog log;
    private final Clock clock;

    EntryController(EntryKeys keys, Denials denials, AccessLog log, Clock clock) {
        this.keys = keys;
        this.denials = denials;
        this.log = log;
        this.clock = clock;
    }

    /** A key as it is shown. */
    record KeyView(UUID id, String publicKey, Instant validFrom, Instant validUntil, boolean signs) {}

    /** A denial as it is shown: whom it is about cannot be told from it. */
    record DenialView(UUID id, Denials.Cause reason, Instant createdAt, Instant expiresAt) {}

    /** A denial as it comes. */
    record Given(
            @Nullable String subject,
            Denials.@Nullable Cause reason,
            @Nullable Instant until) {}

    @GetMapping("/api/v1/entry/keys")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    List<KeyView> keys(StaffCaller caller) {
        Instant now = clock.instant();
        return keys.shown(caller.tenant(), now).stream()
                .map(key -> view(key, now))
                .toList();
    }

    private static KeyView view(EntryKeys.PublicPart key, Instant now) {
        return new KeyView(
                key.id(),
                Base64.getEncoder().encodeToString(key.publicKey()),
                key.validFrom(),
                key.validUntil(),
                key.signsAt(now));
    }

    /** Makes a new key before it is time. */
    @PostMapping("/api/v1/entry/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    KeyView rotate(StaffCaller caller) {
        Instant now = clock.instant();
        return view(keys.rotate(caller.tenant(), now), now);
    }

    /** Withdraws a key at once: codes that it signed open nothing any more. */
    @DeleteMapping("/api/v1/entry/keys/{key}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    ResponseEntity<Void> withdraw(StaffCaller caller, @PathVariable UUID key) {
        if (!keys.withdraw(caller.tenant(), key)) {
            throw Refused.notFound("key");
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/entry/denials")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    List<DenialView> denials(StaffCaller caller) {
        return log.call(
                caller.tenant(),
                reason(caller, Action.READ, "all"),
                () -> denials.list(caller.tenant()).stream()
                        .map(one -> new DenialView(one.id(), one.reason(), one.createdAt(), one.expiresAt()))
                        .toList());
    }

    @PostMapping("/api/v1/entry/denials")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    DenialView deny(StaffCaller caller, @RequestBody Given given) {
        Instant now = clock.instant();
        String subject = given.subject();
        Denials.Cause cause = given.reason();
        Instant until = given.until();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT || cause == null) {
            throw Refused.unprocessable(
                    "subject (what the entry code says about its holder) and reason must be given.");
        }
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_DENIAL))) {
            throw Refused.unprocessable("until must be a time from now on, within three years.");
        }
        UUID id = denials.deny(caller.tenant(), subject, cause, until);
        return new DenialView(id, cause, now, until);
    }

    /** Lets in again. */
    @DeleteMapping("/api/v1/entry/denials/{denial}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    ResponseEntity<Void> lift(StaffCaller caller, @PathVariable UUID denial) {
        boolean lifted = log.call(
                caller.tenant(),
                reason(caller, Action.ERASE, denial.toString()),
                () -> denials.lift(caller.tenant(), denial));
        if (!lifted) {
            throw Refused.notFound("denial");
        }
        return ResponseEntity.noContent().build();
    }

    private static Reason reason(StaffCaller caller, Action action, String which) {
        return new Reason(Actor.of(caller), Purpose.OPERATIONS, action, "denial", which);
    }
}
