package org.openaisle.platform.tenant;

import static org.openaisle.platform.purpose.Viewer.ASSOCIATE;
import static org.openaisle.platform.purpose.Viewer.AUDITOR;
import static org.openaisle.platform.purpose.Viewer.MANAGER;
import static org.openaisle.platform.purpose.Viewer.OWNER;
import static org.openaisle.platform.purpose.Viewer.REVIEWER;
import static org.openaisle.platform.purpose.Viewer.SUBJECT;

import java.util.Set;
import org.openaisle.platform.purpose.Category;
import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Handling;
import org.openaisle.platform.purpose.LegalBasis;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.purpose.Retention;
import org.openaisle.platform.purpose.Viewer;
import org.springframework.stereotype.Component;

/** What retailers, staff and devices leave behind. */
@Component
final class TenantData implements DataDeclarations {
    private static final Retention WITH_THE_ROW = Retention.until("the person is removed");

    private static Handling staff(Category category, Retention retention, Viewer... viewers) {
        return new Handling(category, Set.of(Purpose.OPERATIONS), LegalBasis.CONTRACT, retention, Set.of(viewers));
    }

    @Override
    public void declare(Declarations to) {
        to.table("tenant").plain("id", "name", "created_at", "closed_at");
        to.table("store").plain("tenant_id", "id", "name", "time_zone", "currency", "created_at", "closed_at");
        // A month, in which somebody who was removed by mistake comes back.
        Retention month = Retention.days(30, "removed_at");
        to.table("staff")
                .plain("tenant_id")
                .personal(staff(Category.NAME, month, SUBJECT, OWNER, MANAGER, ASSOCIATE, REVIEWER, AUDITOR), "name")
                .personal(staff(Category.PSEUDONYM, month, SUBJECT, OWNER, MANAGER, AUDITOR), "id", "role")
                .personal(staff(Category.PSEUDONYM, month), "handle")
                .personal(
                        staff(Category.ACTIVITY, month, SUBJECT, OWNER, MANAGER, AUDITOR), "created_at", "removed_at");
        to.table("staff_store")
                .plain("tenant_id", "store_id")
                .personal(staff(Category.PSEUDONYM, WITH_THE_ROW, SUBJECT, OWNER, MANAGER, AUDITOR), "staff_id");
        Retention day = Retention.days(1, "expires_at");
        to.table("sign_in_code")
                .plain("tenant_id", "id")
                .personal(
                        staff(Category.CREDENTIAL, day),
                        "staff_id",
                        "code_hash",
                        "created_at",
                        "expires_at",
                        "used_at");
        to.table("passkey")
                .plain("tenant_id")
                .personal(
                        staff(Category.CREDENTIAL, WITH_THE_ROW),
                        "credential_id",
                        "staff_id",
                        "public_key",
                        "signature_count",
                        "user_verified",
                        "backup_eligible",
                        "backed_up",
                        "transports",
                        "attestation",
                        "client_data")
                .personal(staff(Category.ACTIVITY, WITH_THE_ROW, SUBJECT), "label", "created_at", "last_used_at");
        to.table("staff_session")
                .plain("tenant_id")
                .personal(staff(Category.CREDENTIAL, day), "token_hash", "staff_id")
                .personal(staff(Category.ACTIVITY, day, SUBJECT), "created_at", "last_seen_at", "expires_at");
        to.table("device")
                .plain(
                        "tenant_id",
                        "id",
                        "store_id",
                        "kind",
                        "name",
                        "public_key",
                        "key_hash",
                        "enrolled_at",
                        "last_seen_at",
                        "revoked_at");
        to.table("enrolment_code")
                .plain("tenant_id", "id", "store_id", "kind", "name", "code_hash", "created_at", "expires_at")
                .plain("used_at", "device_id")
                .personal(staff(Category.ACTIVITY, day, OWNER, MANAGER, AUDITOR), "created_by");
    }
}
