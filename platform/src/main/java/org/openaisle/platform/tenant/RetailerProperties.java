package org.openaisle.platform.tenant;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which retailers use the platform.
 *
 * @param retailers names; those that are not there yet are added at the start
 */
@ConfigurationProperties("openaisle")
record RetailerProperties(@DefaultValue List<String> retailers) {
    private static final int LONGEST_NAME = 200;

    RetailerProperties {
        retailers = retailers.stream()
                .map(name -> Names.checked("openaisle.retailers", name, LONGEST_NAME))
                .distinct()
                .toList();
    }
}
