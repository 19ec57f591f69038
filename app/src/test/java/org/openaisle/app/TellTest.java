package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.app.load.PlatformDatabase;

/** Recordings told to a platform of its own process, by the commands. */
class TellTest {
    private static final Path SAMPLE = Path.of(System.getProperty("openaisle.root"), "samples", "corner-shop");

    @Test
    void aReplayTellsAPlatformAndTellingItAgainChangesNothing(@TempDir Path folder) throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(folder.resolve("data"), "-Xmx512m")) {
            PlatformDatabase database = new PlatformDatabase(platform.data());
            UUID tenant = UUID.randomUUID();
            Path device = folder.resolve("node.json");
            database.newStores(tenant, 1).getFirst().write(device);
            CommandRun run = CommandRun.of("replay", SAMPLE, "--to", platform.url(), "--device", device);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).containsPattern("told [0-9]+ events in .* 0 known before, 0 refused; 0 outages");
            assertThat(database.rows(tenant, "SELECT state, count(*) FROM visit GROUP BY state ORDER BY state"))
                    .as("as many receipts as the replay prints")
                    .containsExactly("decided 11");
            CommandRun again = CommandRun.of("replay", SAMPLE, "--to", platform.url(), "--device", device);
            assertThat(again.code()).isZero();
            assertThat(again.out()).containsPattern(": 0 stored, [1-9][0-9]* known before, 0 refused");
            CommandRun load = CommandRun.of("bench", "platform", "--help");
            assertThat(load.code()).isZero();
        }
    }

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
