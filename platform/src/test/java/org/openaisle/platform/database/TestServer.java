package org.openaisle.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.PrivateFiles;

/**
 * One real PostgreSQL for all tests of a run. It starts at the first use; every test class has a database of its own, copied from one that
 * was migrated once.
 */
public final class TestServer {
    private static final String TEMPLATE = "template_openaisle";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private final Path root;
    private final DataFolder folder;
    private final EmbeddedServer server;
    private final Logins.Login runtime;

    private static final class Shared {
        static final TestServer SERVER = new TestServer();
    }

    private TestServer() {
        try {
            root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = DataFolder.open(root.resolve("server"));
        // A crash of the test machine may lose the tests' rows.
        server = EmbeddedServer.start(folder, Map.of("fsync", "off", "synchronous_commit", "off"));
        runtime = new Logins.Login(Logins.RUNTIME, folder.password("database-runtime"));
        execute("openaisle", "CREATE DATABASE " + TEMPLATE);
        Logins logins = logins(TEMPLATE);
        RuntimeUser.prepare(logins);
        Flyway.configure()
                .dataSource(logins.url(), logins.owner().user(), logins.owner().password())
                .load()
                .migrate();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    private static TestServer shared() {
        return Shared.SERVER;
    }

    /** A new database with all tables and no rows. */
    static Logins newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        shared().execute("openaisle", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return shared().logins(name);
    }

    /**
     * What {@code SpringApplication} and {@code @SpringBootTest} need to run on a new database of this server, and on a free port: names and
     * values of properties.
     */
    public static Map<String, String> properties() {
        Logins logins = newDatabase();
        Path data = shared().root.resolve("data-" + FOLDERS.incrementAndGet());
        // Users belong to the server: all platforms on it give the runtime user the same password.
        try {
            PrivateFiles.makeFolder(data.resolve("passwords"));
            PrivateFiles.write(
                    data.resolve("passwords/database-runtime"),
                    shared().runtime.password().getBytes("US-ASCII"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "openaisle.data",
                data.toString(),
                "openaisle.database.url",
                logins.url() + "&user=" + logins.owner().user(),
                "openaisle.database.password",
                logins.owner().password(),
                "server.port",
                "0");
    }

    private Logins logins(String database) {
        return new Logins(server.url(database), server.owner(), runtime);
    }

    private void execute(String database, String sql) {
        Logins logins = logins(database);
        try (Connection connection = DriverManager.getConnection(
                        logins.url(), logins.owner().user(), logins.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
