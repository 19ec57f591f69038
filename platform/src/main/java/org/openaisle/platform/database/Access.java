package org.openaisle.platform.database;

import org.jspecify.annotations.Nullable;
import org.openaisle.platform.purpose.Purpose;

/**
 * With what rights, and to whose data, a transaction goes.
 *
 * @param tenant null only for {@link DatabaseRole#DIRECTORY}
 */
public record Access(DatabaseRole role, @Nullable TenantId tenant) {
    public Access {
        if ((tenant == null) != (role == DatabaseRole.DIRECTORY)) {
            throw new IllegalArgumentException(
                    tenant == null ? role + " needs a tenant" : "the directory is no single tenant's");
        }
    }

    /** To one tenant's data, for a purpose. */
    public static Access to(TenantId tenant, Purpose purpose) {
        return new Access(DatabaseRole.of(purpose), tenant);
    }

    /** To what tells whose a key, credential or session is, before a tenant is known. */
    public static Access directory() {
        return new Access(DatabaseRole.DIRECTORY, null);
    }
}
