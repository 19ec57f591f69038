package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    @Test
    void optionsBecomeThePlatformsPropertiesAndItsDefaultsStay() {
        assertThat(properties()).isEmpty();
        assertThat(properties(
                        "--data", "/srv/a", "--port", "0", "--listen", "::", "--database", "jdbc:postgresql://d/o"))
                .containsExactly(
                        "--openaisle.data=/srv/a",
                        "--server.address=::",
                        "--server.port=0",
                        "--openaisle.database.url=jdbc:postgresql://d/o");
        assertThat(properties(
                        "--name",
                        "a.example",
                        "--name",
                        "b.example",
                        "--retailer",
                        "A, B",
                        "--certificate",
                        "/c",
                        "--key",
                        "/k",
                        "--plain"))
                .containsExactly(
                        "--openaisle.names=a.example,b.example",
                        "--openaisle.retailers[0]=A, B",
                        "--openaisle.tls.certificate=/c",
                        "--openaisle.tls.key=/k",
                        "--openaisle.tls.mode=off");
    }

    @Test
    void thePlatformsRefusalIsTheCommands(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun run = CommandRun.of("serve", "--data", file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("openaisle: the folder " + file).contains("--data");
    }

    private static List<String> properties(String... arguments) {
        ServeCommand command = new ServeCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.properties();
    }
}
