package org.openaisle.platform.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Maintenance;
import picocli.CommandLine.Option;

/** Which platform: the options that {@code serve} has too. */
final class Place {
    private static final String PASSWORD = "OPENAISLE_DATABASE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where everything is kept (default: .openaisle in your home)")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "a PostgreSQL of yours, with the user who owns the database; the password is taken from "
                    + PASSWORD)
    private @Nullable String database;

    Path folder() {
        return data == null ? Path.of(System.getProperty("user.home"), ".openaisle") : data;
    }

    boolean external() {
        return database != null;
    }

    Maintenance beside() {
        return Maintenance.beside(folder(), database, System.getenv(PASSWORD));
    }

    Maintenance alone() {
        return Maintenance.alone(folder(), database, System.getenv(PASSWORD));
    }
}
