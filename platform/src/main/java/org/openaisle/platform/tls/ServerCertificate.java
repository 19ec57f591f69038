package org.openaisle.platform.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.web.SiteNames;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * The certificate that the platform shows: the operator's, read from its files, or one of the platform's own authority. The latter is made
 * anew at every start, and in time before it runs out, with a key that is kept nowhere.
 */
final class ServerCertificate {
    private static final Duration TIME_TO_RENEW = Duration.ofDays(30);

    private final TlsProperties properties;
    private final SiteNames names;
    private final Clock clock;
    private final @Nullable Authority authority;

    ServerCertificate(TlsProperties properties, SiteNames names, DataFolder folder, Clock clock) {
        this.properties = properties;
        this.names = names;
        this.clock = clock;
        authority = properties.certificate() == null ? Authority.open(folder, names.names(), clock.instant()) : null;
    }

    /** The authority's certificate, where the platform has its own. */
    Optional<X509Certificate> authority() {
        return Optional.ofNullable(authority).map(Authority::certificate);
    }

    SslBundle make() {
        return authority == null ? operators() : own(authority);
    }

    private SslBundle operators() {
        Path certificate = properties.certificate();
        Path key = properties.key();
        if (certificate == null || key == null) {
            throw new StartRefused("a certificate needs its key: name both, --certificate and --key.");
        }
        try {
            List<X509Certificate> certificates = Pem.certificates(certificate);
            PrivateKey secret = Pem.privateKey(key);
            if (!Certificates.belongTogether(secret, certificates.getFirst())) {
                throw new StartRefused("the key " + key + " is not that of the certificate " + certificate + ".");
            }
            return bundle(secret, certificates);
        } catch (GeneralSecurityException | IOException | IllegalStateException e) {
            throw new StartRefused(
                    "the certificate " + certificate + " or the key " + key + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Both must be PEM, the key without a password.",
                    e);
        }
    }

    private SslBundle own(Authority by) {
        names.names().stream().filter(name -> !by.mayVouchFor(name)).findFirst().ifPresent(name -> {
            throw new StartRefused(
                    "the platform's authority was made before the name " + name
                            + " was there, and cannot vouch for it. Delete the folder \"certificates\" in the data folder to have"
                            + " a new one, which devices have to trust anew; or bring a certificate, with --certificate and --key.");
        });
        try {
            KeyPair keys = Certificates.newKeys();
            List<String> sorted = names.names().stream().sorted().toList();
            X509Certificate certificate =
                    Certificates.server(by, keys.getPublic(), sorted, OwnAddresses.local(), clock.instant());
            return bundle(keys.getPrivate(), List.of(certificate, by.certificate()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SslBundle bundle(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("openaisle", key, new char[0], chain.toArray(Certificate[]::new));
        return SslBundle.of(SslStoreBundle.of(store, "", null));
    }

    /** Whether a new one should be made: our own runs out soon, or the operator may have put another one in its place. */
    boolean isDue(Instant made) {
        return authority == null
                || clock.instant().isAfter(made.plus(Certificates.SERVERS_LIFE).minus(TIME_TO_RENEW));
    }
}
