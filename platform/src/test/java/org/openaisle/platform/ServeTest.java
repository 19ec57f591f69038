package org.openaisle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.database.TestServer;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Field;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServeTest {
    @Test
    void theCommandLineFindsIt() {
        assertThat(ToolProvider.findFirst("openaisle-serve")).get().isInstanceOf(Serve.class);
    }

    @Test
    void thePlatformStartsOnAnExternalServerOfTwoProperties() {
        Map<String, String> properties = TestServer.properties();
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try (ConfigurableApplicationContext platform =
                new SpringApplicationBuilder(PlatformApplication.class).run(arguments)) {
            assertThat(platform.isRunning()).isTrue();
        }
    }

    @Test
    void thePlatformStartsOnAServerOfItsOwnAndFindsItAgain(@TempDir Path path) {
        for (int start = 1; start <= 2; start++) {
            try (ConfigurableApplicationContext platform = new SpringApplicationBuilder(PlatformApplication.class)
                    .run("--openaisle.data=" + path, "--server.port=0")) {
                assertThat(platform.getBean(JdbcClient.class)
                                .sql("SELECT count(*) FROM event_publication")
                                .query(Integer.class)
                                .single())
                        .isZero();
                assertThat(path.toFile().list())
                        .as("files that the catalogue of purposes does not know")
                        .allMatch(name ->
                                platform.getBean(Declarations.class).fields().containsKey(new Field.FileField(name)));
            }
            assertThat(path.resolve("postgres/postmaster.pid"))
                    .as("the server's process after stop " + start)
                    .doesNotExist();
        }
    }

    @Test
    void aFolderInUseIsBadUseAndSaidInOneLine(@TempDir Path path) {
        StringWriter err = new StringWriter();
        try (DataFolder held = DataFolder.open(path)) {
            int code = new Serve()
                    .run(new PrintWriter(err), new PrintWriter(err, true), "--openaisle.data=" + held.path());
            assertThat(code).isEqualTo(2);
        }
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("another OpenAisle uses the folder");
    }
}
