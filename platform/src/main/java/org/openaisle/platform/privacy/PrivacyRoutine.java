package org.openaisle.platform.privacy;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** What the platform does by itself for privacy, while it runs. */
final class PrivacyRoutine {
    private final RetentionJob retention;
    private final AccessLog log;
    private final Clock clock;

    PrivacyRoutine(RetentionJob retention, AccessLog log, Clock clock) {
        this.retention = retention;
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void forget() {
        retention.run(clock.instant());
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sign() {
        log.signAll(clock.instant());
    }
}
