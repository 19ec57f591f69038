package org.openaisle.platform.catalog;

import java.util.UUID;
import org.openaisle.platform.database.TenantId;

/** A part of what devices fetch that follows from the database. Modules bring theirs. */
public interface ConfigurationPart {
    /** As paths and the table of versions write it. */
    String name();

    /**
     * What it is now, to be written as JSON with a fixed order: the same rows must give the same bytes. Called within a transaction of
     * operations.
     */
    Object content(TenantId tenant, UUID store);
}
