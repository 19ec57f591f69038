package org.openaisle.app;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform in a process of its own, with its folder: as {@code openaisle serve} runs it, and as a power failure ends it. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path data;
    private final int port;
    private final List<String> javaOptions;
    private Process process;

    private PlatformProcess(Path data, int port, List<String> javaOptions) throws IOException {
        this.data = data;
        this.port = port;
        this.javaOptions = List.copyOf(javaOptions);
        this.process = launch();
    }

    /** Starts one with this folder, at a port that is free and stays its own. */
    static PlatformProcess start(Path data, String... javaOptions) throws IOException, InterruptedException {
        PlatformProcess platform = new PlatformProcess(data, freePort(), List.of(javaOptions));
        platform.awaitAnswer();
        return platform;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", classPath(), OpenAisle.class.getName()));
        command.addAll(List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
        Path log = data.resolveSibling(data.getFileName() + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** This process's own, without what a jar on it brings along: the database's binaries must not be there twice. */
    private static String classPath() throws IOException {
        List<String> entries = List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)));
        Set<String> brought = new HashSet<>();
        for (String entry : entries) {
            brought.addAll(broughtBy(Path.of(entry)));
        }
        return entries.stream()
                .filter(entry -> !brought.contains(new File(entry).getName()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The names of the jars that a jar's manifest puts on the class path. */
    private static List<String> broughtBy(Path entry) throws IOException {
        if (!entry.toString().endsWith(".jar") || !Files.exists(entry)) {
            return List.of();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    ? List.of()
                    : Stream.of(named.split(" "))
                            .map(name -> new File(name).getName())
                            .toList();
        }
    }

    /** Ends it at once, as kill -9 does; its database process lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it again. */
    void startAgain() throws IOException {
        process = launch();
    }

    /** Waits until it answers. */
    void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url() + "/api/v1/me")).build();
            while (true) {
                try {
                    http.send(request, BodyHandlers.discarding());
                    return;
                } catch (IOException e) {
                    if (!process.isAlive() || System.nanoTime() > end) {
                        throw new IOException("the platform does not start: "
                                + Files.readString(data.resolveSibling(data.getFileName() + ".log")));
                    }
                    Thread.sleep(LOOK);
                }
            }
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Time on processors so far, of the platform without its database. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Path data() {
        return data;
    }

    /** Stops it, and its database with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
