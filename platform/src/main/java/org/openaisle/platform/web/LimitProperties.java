package org.openaisle.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests may come. Each pair is a steady rate and what may come at once before it counts.
 *
 * @param devicePerSecond from one device, which after an outage tells all at once what it has kept
 * @param staffPerSecond from one staff member, whatever the number of browsers
 * @param unknownPerSecond from one address (of IPv6, one network of 64 bits) by those who are not known
 * @param failuresPerMinute codes, passkeys, sessions and tokens from one address that turned out to be wrong
 */
@ConfigurationProperties("openaisle.limits")
record LimitProperties(
        @DefaultValue("200") long devicePerSecond,
        @DefaultValue("2000") long deviceBurst,
        @DefaultValue("20") long staffPerSecond,
        @DefaultValue("200") long staffBurst,
        @DefaultValue("10") long unknownPerSecond,
        @DefaultValue("100") long unknownBurst,
        @DefaultValue("20") long failuresPerMinute) {}
