package org.openaisle.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.web.SiteNames;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path path;

    @Test
    void theAuthorityStaysTheSameAndOnlyItsOwnerReadsTheKey() throws Exception {
        X509Certificate first;
        try (DataFolder folder = DataFolder.open(path)) {
            first = Authority.open(folder, Set.of("localhost"), NOW).certificate();
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(Authority.open(folder, Set.of("other"), NOW).certificate())
                    .isEqualTo(first);
        }
        Path file = path.resolve("certificates/authority.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "nothing");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThatThrownBy(() -> Authority.open(folder, Set.of("localhost"), NOW))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("authority.pem");
        }
    }

    @Test
    void itVouchesForItsNamesAndLocalOnesAndForNothingElse() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Authority authority = Authority.open(folder, Set.of("localhost", "shop.example"), NOW);
            assertThat(List.of(
                            "localhost",
                            "shop.example",
                            "www.shop.example",
                            "till.local",
                            "127.0.0.1",
                            "192.168.1.7",
                            "::1"))
                    .allMatch(authority::mayVouchFor);
            assertThat(List.of("bank.example", "example", "203.0.113.5", "2001:db8::1"))
                    .noneMatch(authority::mayVouchFor);
            assertThat(authority.certificate().getBasicConstraints())
                    .as("no authority below it")
                    .isZero();
        }
    }

    @Test
    void aNameThatCameLaterIsRefusedWithAWayOut() {
        try (DataFolder folder = DataFolder.open(path)) {
            Authority.open(folder, Set.of("localhost"), NOW);
            ServerCertificate certificate = new ServerCertificate(
                    new TlsProperties(TlsProperties.Mode.ON, null, null),
                    new SiteNames(Set.of("localhost", "shop.example")),
                    folder,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            assertThatThrownBy(certificate::make)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("shop.example")
                    .hasMessageContaining("--certificate");
        }
    }
}
