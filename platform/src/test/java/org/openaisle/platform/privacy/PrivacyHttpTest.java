package org.openaisle.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.StaffRole;
import tools.jackson.databind.JsonNode;

class PrivacyHttpTest {
    private final TestPlatform platform = TestPlatform.shared();
    private final TestRetailer north = platform.newRetailer("North");
    private final Wire auditor = north.staff(StaffRole.AUDITOR);

    @Test
    void anAuditorSeesWhoLookedAtWhatAndThatTheRecordIsIntact() {
        AccessLog log = platform.bean(AccessLog.class);
        Reason reason =
                new Reason(new Actor.Staff(UUID.randomUUID()), Purpose.DISPUTE, Action.READ, "visit", "a visit");
        log.call(north.tenant(), reason, () -> true);
        log.sign(north.tenant(), Instant.now());

        JsonNode entries = Wire.json(auditor.get("/api/v1/privacy/access-log"));
        assertThat(entries).as("the auditor's own look is one too").hasSize(2);
        assertThat(entries.path(1).path("subjectId").stringValue()).isEqualTo("a visit");
        JsonNode verification = Wire.json(auditor.get("/api/v1/privacy/access-log/verification"));
        assertThat(verification.path("intact").booleanValue()).isTrue();
        assertThat(verification.path("entries").intValue()).isEqualTo(2);
        assertThat(verification.path("signedUpTo").intValue()).isEqualTo(1);
        assertThat(verification.path("newest").path("signature").stringValue()).isNotEmpty();
    }

    @Test
    void theCatalogueSaysOfEveryPersonalFieldWhatItIsFor() {
        JsonNode fields = Wire.json(auditor.get("/api/v1/privacy/catalogue"));
        JsonNode token = fields.valueStream()
                .filter(field -> field.path("field").stringValue().equals("column visit.token"))
                .findFirst()
                .orElseThrow();
        assertThat(token.path("category").stringValue()).isEqualTo("PSEUDONYM");
        assertThat(token.path("days").intValue()).isPositive();
        assertThat(token.path("purposes").toString()).contains("OPERATIONS").doesNotContain("STATISTICS");
    }

    @Test
    void whatWasDeletedIsSeenByTheRetailerWhoseItWas() {
        platform.bean(RetentionJob.class).run(Instant.now());
        JsonNode runs = Wire.json(auditor.get("/api/v1/privacy/retention-runs"));
        assertThat(runs).isNotEmpty().allMatch(run -> run.path("removed").isNumber());
    }

    @Test
    void onlyAuditorsAndOwnersMay() {
        for (String what : new String[] {"catalogue", "access-log", "access-log/verification", "retention-runs"}) {
            String path = "/api/v1/privacy/" + what;
            assertThat(north.staff(StaffRole.OWNER).get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(north.staff(StaffRole.MANAGER).get(path).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(platform.nobody().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }
}
