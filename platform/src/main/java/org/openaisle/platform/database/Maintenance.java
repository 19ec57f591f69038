package org.openaisle.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.StartRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The way to the database for commands that look after it: through the server of a platform that runs, through one that is started for the
 * time, or to an external one.
 */
public final class Maintenance implements AutoCloseable {
    private static final int LINE_OF_PORT = 3;

    private final Logins logins;
    private final @Nullable EmbeddedServer server;
    private final @Nullable DataFolder held;

    private Maintenance(Logins logins, @Nullable EmbeddedServer server, @Nullable DataFolder held) {
        this.logins = logins;
        this.server = server;
        this.held = held;
    }

    /** Beside a platform that may run with this folder. Refused when the folder has no database. */
    public static Maintenance beside(Path folder, @Nullable String url, @Nullable String password) {
        if (url != null) {
            return external(folder, url, password).withTables(folder);
        }
        Path files = folder.resolve("postgres");
        if (!Files.exists(files.resolve("PG_VERSION"))) {
            throw new StartRefused("there is no database in " + folder.toAbsolutePath()
                    + ". Name another folder with --data, or a server with --database.");
        }
        int port = runningPort(files);
        Maintenance database = port > 0 ? new Maintenance(running(folder, port), null, null) : alone(folder);
        return database.withTables(folder);
    }

    /** A first start that is not done yet has made none. */
    private Maintenance withTables(Path folder) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("SELECT to_regclass('public.data_key') IS NOT NULL")) {
            if (known.next() && known.getBoolean(1)) {
                return this;
            }
        } catch (SQLException e) {
            close();
            throw new StartRefused("the database of " + folder + " does not let us in (" + e.getMessage() + ").", e);
        }
        close();
        throw new StartRefused("the database of " + folder.toAbsolutePath()
                + " has no tables yet. Start the platform with it once, and wait until it has started.");
    }

    /** With the folder for oneself. Refused when a platform runs with it. */
    public static Maintenance alone(Path folder, @Nullable String url, @Nullable String password) {
        return url == null ? alone(folder) : external(folder, url, password);
    }

    private static Maintenance alone(Path folder) {
        DataFolder held = DataFolder.open(folder);
        try {
            EmbeddedServer server = EmbeddedServer.start(held);
            Logins.Login runtime = new Logins.Login(Logins.RUNTIME, held.password("database-runtime"));
            Logins logins = new Logins(server.url(), server.owner(), runtime);
            RuntimeUser.prepare(logins);
            return new Maintenance(logins, server, held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private static Maintenance external(Path folder, String url, @Nullable String password) {
        return new Maintenance(
                new DatabaseProperties(url, password)
                        .external(new Logins.Login(Logins.RUNTIME, runtimePassword(folder))),
                null,
                null);
    }

    private static Logins running(Path folder, int port) {
        return new Logins(
                ConnectionUrl.local(port, EmbeddedServer.DATABASE),
                new Logins.Login(EmbeddedServer.OWNER, password(folder, "database-owner")),
                new Logins.Login(Logins.RUNTIME, password(folder, "database-runtime")));
    }

    /** Of the platform that holds the folder; 0 when none does: then a server that runs was left behind. */
    private static int runningPort(Path files) {
        Path folder = files.toAbsolutePath().getParent();
        if (folder == null || !DataFolder.isHeld(folder)) {
            return 0;
        }
        try {
            List<String> lines = Files.readAllLines(files.resolve("postmaster.pid"));
            return Integer.parseInt(lines.get(LINE_OF_PORT).strip());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new StartRefused("the platform that uses " + folder + " is starting or stopping. Try again then.", e);
        }
    }

    private static String runtimePassword(Path folder) {
        return Files.exists(folder.resolve("passwords").resolve("database-runtime"))
                ? password(folder, "database-runtime")
                : "";
    }

    private static String password(Path folder, String name) {
        try {
            return Files.readString(folder.resolve("passwords").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects as who owns the tables. */
    public Connection owner() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", logins.owner().user());
        properties.setProperty("password", logins.owner().password());
        return DriverManager.getConnection(logins.url(), properties);
    }

    /** Makes the tables as they were at a version. */
    public void migrate(String version) {
        RuntimeUser.prepare(logins);
        Flyway.configure()
                .dataSource(logins.url(), logins.owner().user(), logins.owner().password())
                .target(version)
                .load()
                .migrate();
    }

    /** The newest version that this program knows. */
    public String newestVersion() {
        var migrations = Flyway.configure()
                .dataSource(logins.url(), logins.owner().user(), logins.owner().password())
                .load()
                .info()
                .all();
        return String.valueOf(migrations[migrations.length - 1].getVersion());
    }

    private DataSource runtimeSource() {
        return new DriverManagerDataSource(
                logins.url(), logins.runtime().user(), logins.runtime().password());
    }

    /** Work in transactions as the platform does it; to be used with the client that it is given. */
    public <T> T withTransactions(Work<T> work) {
        DataSource source = runtimeSource();
        JdbcClient client = JdbcClient.create(source);
        return work.with(new Transactions(new JdbcTransactionManager(source), client), client);
    }

    /** Work in the platform's transactions. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Transactions transactions, JdbcClient client);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (held != null) {
            held.close();
        }
    }
}
