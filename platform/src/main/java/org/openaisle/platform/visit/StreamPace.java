package org.openaisle.platform.visit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a stream of a cart does what.
 *
 * @param look for what other processes wrote
 * @param heartbeat so that nobody between takes a quiet stream for a dead one
 * @param longest then the browser comes again, and shows anew who it is
 */
@ConfigurationProperties("openaisle.streams")
record StreamPace(
        @DefaultValue("2s") Duration look,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5m") Duration longest) {
    StreamPace {
        if (!look.isPositive() || !heartbeat.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException("openaisle.streams.look, heartbeat and longest must be positive");
        }
    }
}
