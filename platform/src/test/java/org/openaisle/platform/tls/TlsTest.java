package org.openaisle.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.StaffRole;
import org.springframework.boot.ssl.SslBundleRegistry;

class TlsTest {
    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of("openaisle.tls.mode", "on"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static X509Certificate authority() {
        return platform.bean(ServerCertificate.class).authority().orElseThrow();
    }

    private static HttpClient trusting(X509Certificate certificate, String... protocols) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient.Builder client = HttpClient.newBuilder().sslContext(context);
        if (protocols.length > 0) {
            client.sslParameters(new SSLParameters(null, protocols));
        }
        return client.build();
    }

    private static HttpResponse<String> get(HttpClient client, String host, String path) throws Exception {
        URI uri = URI.create("https://" + host + ":" + platform.base().getPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoTrustsTheAuthorityTrustsThePlatformByNameAndByAddress() throws Exception {
        try (HttpClient client = trusting(authority())) {
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                HttpResponse<String> answer = get(client, host, "/health");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                        .hasValue("max-age=31536000");
            }
            HttpResponse<String> told = get(client, "localhost", "/api/v1/authority.crt");
            assertThat(told.headers().firstValue("Content-Type")).hasValue("application/x-x509-ca-cert");
            TestRetailer retailer = platform.newRetailer("Secure");
            assertThat(platform.through(client)
                            .as(retailer.session(StaffRole.OWNER))
                            .get("/api/v1/me")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotTrustItOrSpeaksAnOldProtocolGetsNothing() throws Exception {
        X509Certificate other = Certificates.authority(
                Certificates.newKeys(), Set.of("localhost"), platform.clock().instant());
        try (HttpClient client = trusting(other)) {
            assertThatThrownBy(() -> get(client, "localhost", "/health")).isInstanceOf(SSLHandshakeException.class);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI plain = URI.create("http://localhost:" + platform.base().getPort() + "/health");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aNewCertificateIsShownWhileThePlatformRuns() throws Exception {
        X509Certificate before = shown();
        Instant now = platform.clock().instant();
        renewal(now.minus(Duration.ofDays(50))).renew();
        assertThat(shown()).as("not due yet").isEqualTo(before);
        renewal(now.minus(Duration.ofDays(70))).renew();
        assertThat(shown()).isNotEqualTo(before);
    }

    private static Renewal renewal(Instant made) {
        return new Renewal(
                platform.bean(ServerCertificate.class), platform.bean(SslBundleRegistry.class), platform.clock(), made);
    }

    private static X509Certificate shown() throws Exception {
        try (HttpClient client = trusting(authority())) {
            return (X509Certificate) get(client, "localhost", "/health")
                    .sslSession()
                    .orElseThrow()
                    .getPeerCertificates()[0];
        }
    }
}
