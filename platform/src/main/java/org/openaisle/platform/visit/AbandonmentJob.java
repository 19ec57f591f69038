package org.openaisle.platform.visit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks after visits that nobody ends, twice a minute. */
class AbandonmentJob {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonmentJob.class);

    private final Abandonment abandonment;
    private final Clock clock;

    AbandonmentJob(Abandonment abandonment, Clock clock) {
        this.abandonment = abandonment;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            abandonment.look(clock.instant());
        } catch (DataAccessException e) {
            LOG.warn("visits that nobody ends could not be looked after, the next try is in 30 s", e);
        }
    }
}
