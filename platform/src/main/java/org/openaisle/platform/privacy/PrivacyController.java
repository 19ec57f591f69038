package org.openaisle.platform.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.keys.LogSigner;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Handling;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.StaffRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an auditor looks at. */
@RestController
class PrivacyController {
    private static final int LARGEST_PAGE = 1000;

    private final Declarations catalogue;
    private final RetentionPlan plan;
    private final RetentionRuns runs;
    private final AccessLog log;
    private final LogSigner signer;

    PrivacyController(Declarations catalogue, RetentionPlan plan, RetentionRuns runs, AccessLog log, LogSigner signer) {
        this.catalogue = catalogue;
        this.plan = plan;
        this.runs = runs;
        this.log = log;
        this.signer = signer;
    }

    /**
     * A personal field.
     *
     * @param field for instance {@code column visit.token}
     * @param days how long it is kept from {@code from} on
     */
    record FieldView(
            String field,
            String category,
            Set<String> purposes,
            String legalBasis,
            long days,
            String from,
            Set<String> viewers) {}

    /** Every personal field, and how it is handled. */
    @GetMapping("/api/v1/privacy/catalogue")
    @Allowed(staff = {StaffRole.AUDITOR, StaffRole.OWNER})
    List<FieldView> catalogue(StaffCaller caller) {
        List<FieldView> fields = new ArrayList<>();
        catalogue.fields().forEach((field, handling) -> handling.ifPresent(h -> fields.add(view(field.toString(), h))));
        return fields;
    }

    private static FieldView view(String field, Handling handling) {
        return new FieldView(
                field,
                handling.category().name(),
                names(handling.purposes()),
                handling.basis().name(),
                handling.retention().period().toDays(),
                handling.retention().anchor(),
                names(handling.viewers()));
    }

    private static Set<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** An entry as it is shown; hashes in hexadecimal. */
    record EntryView(
            long sequence,
            Instant at,
            String actorKind,
            String actorId,
            String purpose,
            String action,
            String subjectKind,
            String subjectId,
            String hash) {}

    /** The record of access, newest first; looking at it is recorded too. */
    @GetMapping("/api/v1/privacy/access-log")
    @Allowed(staff = {StaffRole.AUDITOR, StaffRole.OWNER})
    List<EntryView> accessLog(
            StaffCaller caller,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "100") int limit) {
        Reason reason = new Reason(Actor.of(caller), Purpose.OPERATIONS, Action.READ, "record of access", "all");
        return log.call(
                caller.tenant(),
                reason,
                () -> log.page(caller.tenant(), before, Math.clamp(limit, 1, LARGEST_PAGE)).stream()
                        .map(PrivacyController::view)
                        .toList());
    }

    private static EntryView view(AccessEntry e) {
        return new EntryView(
                e.sequence(),
                e.at(),
                e.actorKind(),
                e.actorId(),
                e.purpose(),
                e.action(),
                e.subjectKind(),
                e.subjectId(),
                HexFormat.of().formatHex(e.hash()));
    }

    /** Signed word of how far the record had come, for an auditor to keep elsewhere. */
    record CheckpointView(
            long sequence,
            String hash,
            Instant entryAt,
            Instant signedAt,
            String keyId,
            String signature,
            String publicKey) {}

    /**
     * Whether the record is as it was written.
     *
     * @param brokenAt the first entry that is not; null when all are
     */
    record VerificationView(
            boolean intact,
            long entries,
            long signedUpTo,
            @Nullable Long brokenAt,
            @Nullable String what,
            @Nullable CheckpointView newest) {}

    /** Goes through the whole record. */
    @GetMapping("/api/v1/privacy/access-log/verification")
    @Allowed(staff = {StaffRole.AUDITOR, StaffRole.OWNER})
    VerificationView verify(StaffCaller caller) {
        CheckpointView newest =
                log.newestCheckpoint(caller.tenant()).map(this::view).orElse(null);
        return switch (log.verify(caller.tenant(), plan.period(AccessLog.TABLE))) {
            case ChainCheck.Verdict.Intact intact ->
                new VerificationView(true, intact.entries(), intact.signedUpTo(), null, null, newest);
            case ChainCheck.Verdict.Broken broken ->
                new VerificationView(false, 0, 0, broken.sequence(), broken.what(), newest);
        };
    }

    private CheckpointView view(Checkpoint c) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new CheckpointView(
                c.sequence(),
                HexFormat.of().formatHex(c.hash()),
                c.entryAt(),
                c.signedAt(),
                c.keyId(),
                base64.encodeToString(c.signature()),
                base64.encodeToString(signer.publicKey()));
    }

    /** What the retention job did, newest first. */
    @GetMapping("/api/v1/privacy/retention-runs")
    @Allowed(staff = {StaffRole.AUDITOR, StaffRole.OWNER})
    List<RetentionRuns.Run> retentionRuns(StaffCaller caller, @RequestParam(defaultValue = "100") int limit) {
        return runs.newest(caller.tenant(), Math.clamp(limit, 1, LARGEST_PAGE));
    }
}
