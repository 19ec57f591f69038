package org.openaisle.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.openaisle.app.tell.Delivery;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.Platform;
import org.openaisle.recording.RecordingFolder;
import picocli.CommandLine.Option;

/** Where a replay tells what the engine says, if anywhere. */
final class TellOptions {
    private static final int RUN_DIGITS = 16;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "Tell a platform what the engine says, as it says it, and wait for it when it is down. The same"
                            + " recording told again by the same device changes nothing.")
    private @Nullable String url;

    @Option(names = "--device", paramLabel = "FILE", description = "With --to: who tells; made by 'openaisle enrol'.")
    private @Nullable Path device;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "With --to: certificate that vouches for the platform's, when this machine does not trust it.")
    private @Nullable Path authority;

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description =
                    "With --to: name of what is played, so that it counts as something new (default: its digest).")
    private @Nullable String run;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "50",
            description = "With --to: events sent at once, at most (default: ${DEFAULT-VALUE}).")
    private int batch;

    Telling begin(RecordingFolder recording, PrintWriter err) {
        if (url == null || device == null) {
            if (url != null || device != null) {
                throw new Refusal("--to and --device belong together: where to tell, and who tells");
            }
            return new Telling(null, null, null);
        }
        if (batch < 1 || batch > 500) {
            throw new Refusal("--batch must be from 1 to 500, is " + batch);
        }
        if (run != null && !run.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new Refusal("--run must have 1 to 60 letters, digits, dots, lines or underscores");
        }
        DeviceFile who = DeviceFile.read(device);
        Platform platform = new Platform(url, authority);
        String name = run == null ? digest(recording) : run;
        Delivery delivery = new Delivery(platform, who, batch, words -> err.println("openaisle: " + words), n -> {});
        return new Telling(platform, delivery, Telling.events(who, name, delivery));
    }

    /** The same for the same recording, wherever it lies. */
    private static String digest(RecordingFolder recording) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(recording.observationsFile()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, RUN_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
