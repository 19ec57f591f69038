package org.openaisle.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.openaisle.platform.folder.DataFolder;

/** A process of its own that starts a server, adds a row each time, says how many there are, and waits to be killed. */
final class ServerThatIsKilled {
    private ServerThatIsKilled() {}

    public static void main(String[] args) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(DataFolder.open(Path.of(args[0])));
        Logins.Login owner = server.owner();
        try (Connection connection = DriverManager.getConnection(server.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (n int)");
            statement.execute("INSERT INTO kept VALUES (1)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM kept")) {
                rows.next();
                System.out.println("rows " + rows.getInt(1));
            }
            new CountDownLatch(1).await();
        }
    }
}
