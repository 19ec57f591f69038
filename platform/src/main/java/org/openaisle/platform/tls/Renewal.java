package org.openaisle.platform.tls;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openaisle.platform.folder.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.scheduling.annotation.Scheduled;

/** Shows a new certificate in time, while the platform runs. */
class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final ServerCertificate certificate;
    private final SslBundleRegistry registry;
    private final Clock clock;
    private Instant made;

    Renewal(ServerCertificate certificate, SslBundleRegistry registry, Clock clock, Instant made) {
        this.certificate = certificate;
        this.registry = registry;
        this.clock = clock;
        this.made = made;
    }

    @Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    synchronized void renew() {
        if (certificate.isDue(made)) {
            try {
                registry.updateBundle(TlsConfiguration.BUNDLE, certificate.make());
                made = clock.instant();
            } catch (StartRefused e) {
                LOG.error("the certificate is not renewed, the old one stays: {}", e.getMessage());
            }
        }
    }
}
