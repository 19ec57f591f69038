package org.openaisle.platform.keys;

import java.util.UUID;
import javax.crypto.SecretKey;

/** The key under which one tenant's fields of one use are sealed. */
record DataKey(UUID id, UUID tenant, SecretKey key) {
    /** Without the key. */
    @Override
    public String toString() {
        return "data key " + id;
    }
}
