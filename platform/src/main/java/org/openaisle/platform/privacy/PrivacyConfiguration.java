package org.openaisle.platform.privacy;

import java.util.List;
import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
    /** The catalogue: what all modules declare. */
    @Bean
    Declarations catalogueOfPurposes(List<DataDeclarations> modules) {
        return Declarations.of(modules);
    }
}
