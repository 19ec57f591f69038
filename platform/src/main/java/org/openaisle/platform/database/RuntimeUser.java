package org.openaisle.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.openaisle.platform.folder.StartRefused;

/** Makes the user as whom the platform connects, or gives it this start's password. */
final class RuntimeUser {
    private static final int OLDEST_SERVER = 18;

    private RuntimeUser() {}

    static void prepare(Logins logins) {
        Properties properties = new Properties();
        properties.setProperty("user", logins.owner().user());
        properties.setProperty("password", logins.owner().password());
        try (Connection connection = DriverManager.getConnection(logins.url(), properties);
                Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new StartRefused("the database server is PostgreSQL " + version + "; OpenAisle needs "
                        + OLDEST_SERVER + " or newer.");
            }
            statement.execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE %1$s LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS;
                      END IF;
                    END $$""".formatted(Logins.RUNTIME));
            statement.execute("ALTER ROLE " + Logins.RUNTIME + " PASSWORD "
                    + statement.enquoteLiteral(logins.runtime().password()));
            // Not everybody may connect where the platform made the database.
            statement.execute("GRANT CONNECT ON DATABASE " + statement.enquoteIdentifier(connection.getCatalog(), true)
                    + " TO " + Logins.RUNTIME);
        } catch (SQLException e) {
            throw new StartRefused(
                    "the database does not let us in (" + e.getMessage()
                            + "). Look at openaisle.database.url and openaisle.database.password;"
                            + " the user must own the database and be allowed to create roles.",
                    e);
        }
    }
}
