package org.openaisle.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/**
 * A PostgreSQL of the platform's own, with its files in the data folder. It listens on this machine only, at a port that is free, and lets
 * nobody in without a password.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String DATABASE = "openaisle";
    static final String OWNER = "openaisle_owner";
    /** In the files since the database was made: without it, a first start was killed before there was anything to keep. */
    private static final String READY = "openaisle-ready";
    /** Recovery after a kill reads the journal since the last checkpoint. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** The library's own defaults are for tests: they lose what was committed last when the power fails. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** What goes wrong is said without the rows and parameters it went wrong with; a week of logs is kept. */
    private static final Map<String, String> DISCREET = Map.of(
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic",
            "logging_collector", "on",
            "log_filename", "postgres-%a.log",
            "log_truncate_on_rotation", "on",
            "log_rotation_age", "1d",
            "log_rotation_size", "0");

    private static final Map<String, String> SMALL =
            Map.of("max_connections", "60", "unix_socket_directories", "", "password_encryption", "scram-sha-256");

    private final EmbeddedPostgres postgres;
    private final Logins.Login owner;

    private EmbeddedServer(EmbeddedPostgres postgres, Logins.Login owner) {
        this.postgres = postgres;
        this.owner = owner;
    }

    /** Starts the server of this folder; makes it at the first time, and takes over one that a kill has left behind. */
    static EmbeddedServer start(DataFolder folder) {
        return start(folder, Map.of());
    }

    /** As {@link #start(DataFolder)}, with settings that go before the usual ones. */
    static EmbeddedServer start(DataFolder folder, Map<String, String> settings) {
        Path files = folder.path().resolve("postgres");
        Logins.Login owner = new Logins.Login(OWNER, folder.password("database-owner"));
        try {
            OrphanedServer.stop(files);
            boolean first = !Files.exists(files.resolve(READY));
            if (first) {
                deleteAll(files);
                PrivateFiles.makeFolder(files);
            }
            EmbeddedPostgres postgres = launch(folder, files, settings);
            if (first) {
                makeDatabase(postgres, owner);
                PrivateFiles.write(files.resolve(READY), new byte[0]);
            }
            return new EmbeddedServer(postgres, owner);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "the database in " + files + " does not start (" + e.getMessage() + "). " + log(folder)
                            + " says more. Without a database for this machine, name a server with --database.",
                    e);
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path files, Map<String, String> settings)
            throws IOException {
        String password = folder.password("database-superuser");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.folder("postgres-program").toFile())
                .setPGStartupWait(LONGEST_START)
                .setConnectConfig("password", password)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                // Options for initdb: the same order of texts on every machine, and a password from the first moment
                // on.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig(
                        "pwfile",
                        folder.folder("passwords").resolve("database-superuser").toString());
        Stream.of(DURABLE, DISCREET, SMALL, settings).forEach(map -> map.forEach(builder::setServerConfig));
        return builder.start();
    }

    private static void makeDatabase(EmbeddedPostgres postgres, Logins.Login owner) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD "
                    + statement.enquoteLiteral(owner.password()));
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        }
    }

    private static Path log(DataFolder folder) {
        return folder.path().resolve("postgres-start.log");
    }

    private static void deleteAll(Path files) throws IOException {
        if (Files.exists(files)) {
            try (Stream<Path> tree = Files.walk(files)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return ConnectionUrl.local(postgres.getPort(), database);
    }

    Logins.Login owner() {
        return owner;
    }

    /** Stops the server, after the pool has let go of it. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
