package org.openaisle.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The platform as a Spring application; {@link Serve} starts it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "OpenAisle platform")
public class PlatformApplication {}
