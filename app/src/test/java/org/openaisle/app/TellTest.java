package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that tell a platform, and cannot; {@link PlatformProcessTest} has those that can. */
class TellTest {
    private static final Path SAMPLE = Path.of(System.getProperty("openaisle.root"), "samples", "corner-shop");

    @Test
    void whatCannotBeToldIsSaidWithAWayOut(@TempDir Path folder) throws Exception {
        assertRefused("belong together", "replay", SAMPLE, "--to", "http://localhost:1");
        assertRefused(
                "openaisle enrol", "replay", SAMPLE, "--to", "http://localhost:1", "--device", folder.resolve("x"));
        Path file = Files.writeString(folder.resolve("bad.json"), "{}");
        assertRefused("no device's file", "replay", SAMPLE, "--to", "http://localhost:1", "--device", file);
        assertRefused("is there already", "enrol", "--to", "http://localhost:1", "--code", "a", "--device", file);
        assertRefused("no address", "enrol", "--to", "ftp://x", "--code", "a", "--device", folder.resolve("new"));
    }

    private static void assertRefused(String message, Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
