package org.openaisle.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.web.SiteNames;
import org.springframework.boot.ssl.SslStoreBundle;

class OperatorsCertificateTest {
    private final Clock clock = Clock.systemUTC();

    @TempDir
    private Path path;

    @Test
    void theOperatorsCertificateIsShownAndNoAuthorityMade() throws Exception {
        KeyPair keys = Certificates.newKeys();
        X509Certificate made = Certificates.authority(keys, Set.of("shop.example"), clock.instant());
        Path certificate = Files.writeString(path.resolve("own.pem"), Pem.of("CERTIFICATE", made.getEncoded()));
        Path key = Files.writeString(
                path.resolve("own.key"), Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded()));
        try (DataFolder folder = DataFolder.open(path.resolve("data"))) {
            ServerCertificate shown = of(folder, certificate, key);
            SslStoreBundle store = shown.make().getStores();
            assertThat(store.getKeyStore()
                            .getCertificate(store.getKeyStore().aliases().nextElement()))
                    .isEqualTo(made);
            assertThat(shown.authority()).isEmpty();
            assertThat(shown.isDue(clock.instant()))
                    .as("it may be replaced at any time")
                    .isTrue();
            assertThat(folder.path().resolve("certificates")).doesNotExist();

            assertThatThrownBy(() -> of(folder, certificate, null).make())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("--key");
            Path other = Files.writeString(
                    path.resolve("other.key"),
                    Pem.of("PRIVATE KEY", Certificates.newKeys().getPrivate().getEncoded()));
            for (Path wrong : new Path[] {path.resolve("missing.key"), other}) {
                assertThatThrownBy(() -> of(folder, certificate, wrong).make())
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("own.pem");
            }
        }
    }

    private ServerCertificate of(DataFolder folder, Path certificate, @Nullable Path key) {
        return new ServerCertificate(
                new TlsProperties(TlsProperties.Mode.AUTO, certificate, key),
                new SiteNames(Set.of("localhost")),
                folder,
                clock);
    }
}
