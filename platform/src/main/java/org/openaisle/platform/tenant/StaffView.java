package org.openaisle.platform.tenant;

import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.web.StaffRole;

/** Somebody who works for the retailer, as those who look after them are told. */
record StaffView(UUID id, String name, StaffRole role, Set<UUID> stores, boolean hasPasskey) {
    StaffView {
        stores = Set.copyOf(stores);
    }
}
