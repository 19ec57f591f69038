package org.openaisle.platform.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers reach the platform.
 *
 * @param names besides localhost, in lower case; certificates that the platform makes are for these too
 */
@ConfigurationProperties("openaisle")
record SiteProperties(@DefaultValue Set<String> names) {
    SiteProperties {
        names = Set.copyOf(names);
    }
}
