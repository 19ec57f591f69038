package org.openaisle.platform.tenant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.databind.JacksonModule;

@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
    /** Reads and writes WebAuthn's JSON. */
    @Bean
    JacksonModule webauthnJson() {
        return new WebauthnJacksonModule();
    }
}
