package org.openaisle.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A short run after which the Java machine writes down what it has loaded, so that later starts are quicker. It asks the platform what every
 * start is asked, and ends.
 */
final class Training {
    private static final String PROPERTY = "openaisle.training";
    private static final String[] PATHS = {"/", "/health", "/api/v1/me", "/api/v1/nowhere"};

    private Training() {}

    /** Whether this run is one. */
    static boolean isWanted() {
        return Boolean.getBoolean(PROPERTY);
    }

    static void run(int port) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                URI uri = URI.create("http://localhost:" + port + path);
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
