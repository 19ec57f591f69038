package org.openaisle.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.folder.DataFolder;

class EmbeddedServerTest {
    @Test
    void whatWasCommittedBeforeAKillIsThereAfterwardsAndTheOrphanedProcessIsTakenOver(@TempDir Path folder)
            throws Exception {
        assertThat(startAndKill(folder)).isEqualTo("rows 1");
        long orphan = serverProcess(folder);
        assertThat(ProcessHandle.of(orphan)).as("the orphan lives on").hasValueSatisfying(ProcessHandle::isAlive);

        assertThat(startAndKill(folder)).isEqualTo("rows 2");
        assertThat(serverProcess(folder)).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                .as("the first orphan")
                .isEmpty();

        OrphanedServer.stop(folder.toAbsolutePath().resolve("postgres"));
    }

    @Test
    void aProcessThatIsNoServerOfTheseFilesIsLeftAlone(@TempDir Path files) throws IOException {
        long self = ProcessHandle.current().pid();
        Files.write(files.resolve("postmaster.pid"), List.of(Long.toString(self), files.toString()));
        OrphanedServer.stop(files);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aFirstStartThatWasKilledHalfwayIsBegunAnewAndNobodyGetsInWithoutThePassword(@TempDir Path path)
            throws SQLException, IOException {
        Files.createDirectories(path.resolve("postgres/base"));
        Files.writeString(path.resolve("postgres/PG_VERSION"), "18");
        try (DataFolder folder = DataFolder.open(path);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            Logins.Login owner = server.owner();
            try (Connection connection = DriverManager.getConnection(server.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement();
                    var settings = statement.executeQuery(
                            "SELECT current_setting('fsync') || current_setting('synchronous_commit')")) {
                settings.next();
                assertThat(settings.getString(1)).isEqualTo("onon");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("authentication failed");
        }
    }

    private static String startAndKill(Path folder) throws IOException, InterruptedException {
        Process platform = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerThatIsKilled.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = platform.inputReader()) {
            return output.lines()
                    .filter(line -> line.startsWith("rows"))
                    .findFirst()
                    .orElse("it ended");
        } finally {
            platform.destroyForcibly();
            assertThat(platform.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static long serverProcess(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .trim());
    }
}
