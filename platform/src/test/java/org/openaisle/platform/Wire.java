package org.openaisle.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks HTTP to a platform as one caller. Answers are as they came: what a test expects of them it says itself. */
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI base;
    private final Credential credential;

    /** Adds to a request what shows whose it is. */
    @FunctionalInterface
    public interface Credential {
        void sign(HttpRequest.Builder request, String method, String path);
    }

    Wire(HttpClient http, URI base, Credential credential) {
        this.http = http;
        this.base = base;
        this.credential = credential;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), request -> {});
    }

    /** Sends a body of JSON. */
    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), type("application/json"));
    }

    /** Sends a body of any type. */
    public HttpResponse<String> post(String path, String contentType, String body) {
        return send("POST", path, BodyPublishers.ofString(body), type(contentType));
    }

    /** Sends a body of JSON. */
    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), type("application/json"));
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), request -> {});
    }

    /** Sends anything, with headers of one's own. */
    public HttpResponse<String> send(
            String method, String path, BodyPublisher body, Consumer<HttpRequest.Builder> headers) {
        return send(method, path, body, headers, BodyHandlers.ofString());
    }

    /** Sends anything and takes the answer as one likes, for instance line by line while it comes. */
    public <T> HttpResponse<T> send(
            String method,
            String path,
            BodyPublisher body,
            Consumer<HttpRequest.Builder> headers,
            BodyHandler<T> answer) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST).method(method, body);
        credential.sign(request, method, path);
        headers.accept(request);
        try {
            return http.send(request.build(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Consumer<HttpRequest.Builder> type(String contentType) {
        return request -> request.header("Content-Type", contentType);
    }

    /** An answer's body as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
