package org.openaisle.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As somebody sees it who starts and stops the platform. */
class ServeProcessTest {
    @Test
    void itSaysWhereItIsAndHowToGetInAndStopsAfterWhatItHasBegun(@TempDir Path folder) throws Exception {
        Process process = start(folder);
        try (BufferedReader output = process.inputReader()) {
            List<String> said = readUntil(output, "Sign in as owner");
            assertThat(said.getFirst()).startsWith("OpenAisle is ready after ");
            URI base = URI.create(said.get(1).strip());
            assertThat(base.toString()).startsWith("http://localhost:");
            String code = said.getLast().substring(said.getLast().lastIndexOf(' ') + 1);

            assertThat(signIn(base, "AAAA-AAAA")).isEqualTo(401);
            assertThat(signIn(base, code)).isEqualTo(200);
            assertThat(Files.readString(folder.resolve("logs/platform.log")))
                    .as("what is printed is not logged")
                    .doesNotContain(code);

            assertThat(answerWhileStopping(base, process)).startsWith("HTTP/1.1 401");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServeProcess.class.getName(),
                        "--openaisle.data=" + folder,
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> readUntil(BufferedReader output, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = output.readLine();
        while (line != null) {
            if (!lines.isEmpty() || line.startsWith("OpenAisle is ready")) {
                lines.add(line);
            }
            if (line.startsWith(last)) {
                return lines;
            }
            line = output.readLine();
        }
        throw new AssertionError("it ended after " + lines);
    }

    private static int signIn(URI base, String code) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(base.resolve("/api/v1/sign-in/code"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Sends half a request, has the platform stopped, sends the other half when nobody else gets in any more. */
    private static String answerWhileStopping(URI base, Process process) throws IOException {
        String body = "{\"code\":\"BBBB-BBBB\"}";
        try (Socket socket = new Socket("localhost", base.getPort())) {
            socket.setSoTimeout(30_000);
            String head =
                    "POST /api/v1/sign-in/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body.substring(0, 5)).getBytes(US_ASCII));
            socket.getOutputStream().flush();
            // Another request that is answered shows that this one, which came before, has been taken.
            try (Socket other = new Socket("localhost", base.getPort())) {
                other.getOutputStream().write("GET /health HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
                assertThat(new String(other.getInputStream().readAllBytes(), US_ASCII))
                        .startsWith("HTTP/1.1 200");
            }
            process.destroy();
            awaitClosed(base.getPort());
            socket.getOutputStream().write(body.substring(5).getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }

    private static void awaitClosed(int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket("localhost", port)) {
                Thread.onSpinWait();
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("it still takes new connections");
    }
}
