package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceCommandTest {
    @Test
    void argumentsGoToThePlatformAsTheyAre(@TempDir Path folder) {
        CommandRun run = CommandRun.of(
                "backup",
                "--to",
                folder.resolve("b.zip"),
                "--data",
                folder.resolve("none"),
                "--passphrase-file",
                folder.resolve("none"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("openaisle: there is no file " + folder.resolve("none"));
        CommandRun restore = CommandRun.of("restore", "--from", folder.resolve("none.zip"));
        assertThat(restore.code()).isEqualTo(2);
        assertThat(restore.err()).startsWith("openaisle: there is no file " + folder.resolve("none.zip"));
    }

    @Test
    void helpIsThePlatforms() {
        CommandRun run = CommandRun.of("keys", "rotate", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--use", "Replaces key-encryption keys");
        assertThat(CommandRun.of("backup").err()).contains("--to");
    }
}
