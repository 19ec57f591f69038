package org.openaisle.platform.visit;

import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.purpose.Purpose;

/** Which device tells, of which store. */
record Teller(TenantId tenant, UUID store, UUID device) {
    Access access() {
        return Access.to(tenant, Purpose.OPERATIONS);
    }
}
