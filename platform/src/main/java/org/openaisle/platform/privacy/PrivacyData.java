package org.openaisle.platform.privacy;

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

/** What looking after personal data leaves behind itself. */
@Component
final class PrivacyData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        Handling access = new Handling(
                Category.ACTIVITY,
                Set.of(Purpose.values()),
                LegalBasis.LEGAL_OBLIGATION,
                Retention.days(3 * 365, "at"),
                Set.of(Viewer.SUBJECT, Viewer.AUDITOR));
        to.table("access_entry")
                .plain("tenant_id", "sequence", "previous_hash", "hash")
                .personal(access, "at", "actor_kind", "actor_id", "purpose", "action", "subject_kind", "subject_id");
        to.table("access_checkpoint")
                .plain("tenant_id", "sequence", "hash", "entry_at", "signed_at", "key_id", "signature");
        to.table("retention_run").plain("tenant_id", "id", "rule", "horizon", "started_at", "finished_at", "removed");
    }
}
