package org.openaisle.platform.tenant;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;

/** What is said of somebody who works for the retailer. */
record StaffChange(
        @Nullable String name,
        @Nullable String role,
        @Nullable Set<UUID> stores) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STORES = 1000;

    /** What can be kept. Owners and auditors see all stores, and none is kept of them. */
    record Checked(String name, StaffRole role, Set<UUID> stores) {}

    /** Refused with what is wrong. */
    Checked checked() {
        StaffRole known = Arrays.stream(StaffRole.values())
                .filter(one -> one.id().equals(role))
                .findFirst()
                .orElseThrow(() ->
                        Refused.unprocessable("role must be one of owner, manager, associate, reviewer, auditor."));
        Set<UUID> in = stores == null ? Set.of() : stores;
        if (in.size() > MOST_STORES) {
            throw Refused.unprocessable("stores may name " + MOST_STORES + " stores.");
        }
        boolean everywhere = known == StaffRole.OWNER || known == StaffRole.AUDITOR;
        return new Checked(Names.checked("name", name, LONGEST_NAME), known, everywhere ? Set.of() : Set.copyOf(in));
    }
}
