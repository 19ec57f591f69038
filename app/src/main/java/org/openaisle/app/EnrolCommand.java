package org.openaisle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes this machine a device of a store. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Makes this machine a device of a store: makes a pair of keys, shows the public one to the platform with the code that"
                    + " a manager has had made for it, and writes who the device is and its private key into a file.",
            "",
            "Whoever has the file is the device. Only you can read it; keep it so."
        },
        footer = {"", "Example:", "  openaisle enrol --to https://localhost:8080 --code CODE --device node.json"})
final class EnrolCommand implements Callable<Integer> {
    @Option(names = "--to", required = true, paramLabel = "URL", description = "Address of the platform.")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "The code for this device.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--device", required = true, paramLabel = "FILE", description = "File to write.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificate that vouches for the platform's, when this machine does not trust it.")
    private @Nullable Path authority;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // A code is good once: what can be said before it is used up is said before.
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already, and may hold another device's key. Name another file.");
        }
        try (Platform platform = new Platform(url, authority)) {
            DeviceFile device = platform.enrol(code);
            device.write(file);
            spec.commandLine()
                    .getOut()
                    .println("device " + device.device() + " of store " + device.store() + ": " + file);
        }
        return 0;
    }
}
