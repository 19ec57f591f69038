package org.openaisle.platform.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store as it is told.
 *
 * @param timeZone by its name in the IANA's list
 * @param currency by ISO 4217
 */
record StoreView(
        UUID id,
        String name,
        String timeZone,
        String currency,
        @Nullable Instant closedAt) {}
