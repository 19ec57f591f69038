package org.openaisle.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void modulesFormNoCirclesAndKeepToEachOthersApi() {
        ApplicationModules.of(PlatformApplication.class).verify();
    }
}
