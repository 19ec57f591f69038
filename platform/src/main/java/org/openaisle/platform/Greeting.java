package org.openaisle.platform;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.openaisle.platform.tenant.FirstSignIn;
import org.openaisle.platform.tls.Reachable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What whoever starts the platform has to know: where it is, and how to get in. It is printed and not logged. */
final class Greeting {
    private static final double MILLISECONDS = 1000;

    private Greeting() {}

    static void print(ConfigurableApplicationContext platform, PrintWriter out) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS;
        out.printf(Locale.ROOT, "OpenAisle is ready after %.1f s. Open%n", seconds);
        Reachable reachable = platform.getBean(Reachable.class);
        List<String> addresses = reachable.addresses(port(platform));
        addresses.forEach(address -> out.println("  " + address));
        reachable.authorityFingerprint().ifPresent(fingerprint -> {
            out.println(
                    "Phones trust it once they trust its authority: " + addresses.getLast() + "/api/v1/authority.crt");
            out.println("  SHA-256 " + fingerprint);
        });
        platform.getBean(FirstSignIn.class)
                .invitations()
                .forEach(invitation -> out.println("Sign in as owner of \"" + invitation.retailer()
                        + "\" with this code, once, within a day:  " + invitation.code()));
        out.flush();
    }

    /** Where it listens. */
    static int port(ConfigurableApplicationContext platform) {
        return platform instanceof ServletWebServerApplicationContext server && server.getWebServer() != null
                ? server.getWebServer().getPort()
                : 0;
    }
}
