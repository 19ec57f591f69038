package org.openaisle.platform.database;

import java.util.UUID;

/** Names a retailer. */
public record TenantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
