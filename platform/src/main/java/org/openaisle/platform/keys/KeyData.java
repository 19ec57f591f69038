package org.openaisle.platform.keys;

import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.stereotype.Component;

/** Keys are secret, and nobody's personal data. */
@Component
final class KeyData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.table("data_key")
                .plain("tenant_id", "id", "key_use", "wrapped_by", "wrapped_key", "created_at", "retired_at");
        to.files().plain("keys", "maintenance.lock");
    }
}
