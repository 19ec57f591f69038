package org.openaisle.platform.tls;

import java.time.Clock;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.web.SiteNames;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@Conditional(SpeaksTls.class)
@EnableScheduling
class TlsConfiguration {
    static final String BUNDLE = "openaisle";

    @Bean
    ServerCertificate serverCertificate(TlsProperties properties, SiteNames names, DataFolder folder, Clock clock) {
        return new ServerCertificate(properties, names, folder, clock);
    }

    @Bean
    SslBundleRegistrar shownCertificate(ServerCertificate certificate) {
        return registry -> registry.registerBundle(BUNDLE, certificate.make());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> speakTls(SslBundles bundles) {
        return server -> {
            server.setSsl(Ssl.forBundle(BUNDLE));
            server.setSslBundles(bundles);
        };
    }

    @Bean
    Renewal renewal(ServerCertificate certificate, SslBundleRegistry registry, Clock clock) {
        return new Renewal(certificate, registry, clock, clock.instant());
    }
}
