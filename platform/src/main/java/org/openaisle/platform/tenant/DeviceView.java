package org.openaisle.platform.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device as it is told to those who look after the store. */
record DeviceView(
        UUID id,
        String kind,
        String name,
        Instant enrolledAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant revokedAt) {}
