package org.openaisle.app.tell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A platform as a device talks to it. */
public final class Platform implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String JSON = "application/json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final URI base;
    private final HttpClient http;

    /** How a batch was answered. */
    public record Answer(int status, String body) {}

    /**
     * Talks to a platform at an address.
     *
     * @param authority the certificate that vouches for the platform's; null: one of those that this machine trusts
     * @throws TellRefused when the address or the certificate is none
     */
    public Platform(String url, @Nullable Path authority) {
        try {
            base = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        } catch (IllegalArgumentException e) {
            throw new TellRefused("'" + url + "' is no address. Name one like https://localhost:8080");
        }
        if (base.getHost() == null || !List.of("http", "https").contains(base.getScheme())) {
            throw new TellRefused("'" + url + "' is no address of a platform. Name one like https://localhost:8080");
        }
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST);
        if (authority != null) {
            builder.sslContext(trusting(authority));
        }
        http = builder.build();
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new TellRefused(
                    authority + " holds no certificate (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Enrols a device with a code and a new key.
     *
     * @throws TellRefused when the platform does not take the code
     */
    public DeviceFile enrol(String code) throws IOException, InterruptedException {
        KeyPair keys = DeviceFile.newKeys();
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put(
                "publicKey", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/devices/enrol"))
                .timeout(LONGEST)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(FlatJson.write(body)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw refused(new Answer(answer.statusCode(), answer.body()));
        }
        Map<String, String> enrolled = FlatJson.read(answer.body());
        return DeviceFile.of(enrolled.getOrDefault("device", ""), enrolled.getOrDefault("store", ""), keys);
    }

    /** Sends a batch once. */
    public Answer send(DeviceFile device, List<ToldEvent> events) throws IOException, InterruptedException {
        String path = "/api/v1/stores/" + device.store() + "/events";
        String body = events.stream().map(ToldEvent::json).collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST)
                .header("Content-Type", BATCH)
                .header("OpenAisle-Protocol", ToldEvent.PROTOCOL)
                .header("Authorization", "Bearer " + device.token(Instant.now(), "POST", path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** Why an answer means that there is no use in going on. */
    static TellRefused refused(Answer answer) {
        String detail;
        try {
            detail = FlatJson.read(answer.body).getOrDefault("detail", "it does not say why");
        } catch (IOException e) {
            detail = "its answer is no JSON. Maybe something else listens there?";
        }
        return new TellRefused("the platform refuses this (" + answer.status + "): " + detail);
    }

    @Override
    public void close() {
        http.close();
    }
}
