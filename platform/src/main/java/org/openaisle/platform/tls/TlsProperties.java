package org.openaisle.platform.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform is reached securely.
 *
 * @param mode whether it speaks TLS
 * @param certificate the operator's certificate with those above it, as PEM; with its key. Without: one of the platform's own authority
 */
@ConfigurationProperties("openaisle.tls")
record TlsProperties(
        @DefaultValue("AUTO") Mode mode,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** When. */
    enum Mode {
        /** When there is a certificate of the operator, or others than this machine can reach the platform. */
        AUTO,
        ON,
        /** Never: something before the platform does it. */
        OFF
    }
}
