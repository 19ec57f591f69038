package org.openaisle.platform.entry;

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

/** What gates know: of people only a hash, and only of those who are not let in. */
@Component
final class EntryData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.table("entry_key").plain("tenant_id", "id", "public_key", "private_key_sealed", "valid_from", "valid_until");
        Handling denied = new Handling(
                Category.PSEUDONYM,
                Set.of(Purpose.OPERATIONS, Purpose.CHARGE),
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.until("expires_at"),
                Set.of(Viewer.SUBJECT, Viewer.MANAGER, Viewer.DEVICE));
        to.table("entry_denial")
                .plain("tenant_id", "id", "key_id")
                .personal(denied, "subject_hash", "reason", "created_at", "expires_at");
    }
}
