package org.openaisle.platform.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the platform itself speaks TLS. */
final class SpeaksTls implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    static boolean in(Environment environment) {
        return switch (Binder.get(environment)
                .bind("openaisle.tls.mode", TlsProperties.Mode.class)
                .orElse(TlsProperties.Mode.AUTO)) {
            case ON -> true;
            case OFF -> false;
            case AUTO ->
                environment.containsProperty("openaisle.tls.certificate")
                        || !isThisMachineOnly(environment.getProperty("server.address", ""));
        };
    }

    private static boolean isThisMachineOnly(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Said when it does not start to listen.
            return false;
        }
    }
}
