package org.openaisle.platform.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openaisle.platform.keys.Sha256;
import org.openaisle.platform.web.SiteNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Where the platform can be opened from, to be told where it is started. */
@Component
public class Reachable {
    private final ServerProperties server;
    private final SiteNames names;
    private final ObjectProvider<ServerCertificate> certificate;

    Reachable(ServerProperties server, SiteNames names, ObjectProvider<ServerCertificate> certificate) {
        this.server = server;
        this.names = names;
        this.certificate = certificate;
    }

    /** The addresses to open, the best first. */
    public List<String> addresses(int port) {
        String scheme = certificate.getIfAvailable() == null ? "http" : "https";
        InetAddress bound = server.getAddress();
        List<String> hosts = new ArrayList<>(List.of("localhost"));
        if (bound == null || bound.isAnyLocalAddress()) {
            names.names().stream()
                    .filter(name -> !name.equals("localhost"))
                    .sorted()
                    .forEach(hosts::add);
            OwnAddresses.local().stream()
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .forEach(hosts::add);
        } else if (!bound.isLoopbackAddress()) {
            hosts = List.of(bound.getHostAddress());
        }
        return hosts.stream().map(host -> scheme + "://" + host + ":" + port).toList();
    }

    /** What to compare before a phone is told to trust the platform's authority: its SHA-256, in pairs. */
    public Optional<String> authorityFingerprint() {
        ServerCertificate shown = certificate.getIfAvailable();
        return shown == null ? Optional.empty() : shown.authority().map(Reachable::fingerprint);
    }

    private static String fingerprint(X509Certificate authority) {
        try {
            byte[] hash = Sha256.of(authority.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
