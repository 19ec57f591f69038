package org.openaisle.platform.web;

import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;

/** Who asks, once it is known. A handler that has one as parameter is reached by nobody else. */
public sealed interface Caller {
    TenantId tenant();

    /** Whether this one may have to do with a store of its tenant at all. */
    boolean reaches(UUID store);

    /**
     * Somebody who works for the retailer.
     *
     * @param stores where; an owner and an auditor work in all of them, whatever stands here
     */
    record StaffCaller(TenantId tenant, UUID staff, StaffRole role, Set<UUID> stores) implements Caller {
        public StaffCaller {
            stores = Set.copyOf(stores);
        }

        @Override
        public boolean reaches(UUID store) {
            return role == StaffRole.OWNER || role == StaffRole.AUDITOR || stores.contains(store);
        }
    }

    /** A machine in one store, by a key of its own. */
    record DeviceCaller(TenantId tenant, UUID device, UUID store, DeviceKind kind) implements Caller {
        @Override
        public boolean reaches(UUID other) {
            return store.equals(other);
        }
    }
}
