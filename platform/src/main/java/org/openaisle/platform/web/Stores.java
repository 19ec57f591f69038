package org.openaisle.platform.web;

import java.util.UUID;
import org.openaisle.platform.database.TenantId;

/** Knows which stores there are; the module of tenants has it. */
@FunctionalInterface
public interface Stores {
    boolean exists(TenantId tenant, UUID store);
}
