package org.openaisle.app.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openaisle.app.tell.DeviceFile;

/** The database of a platform on this machine, seen by the owner of its folder: for tests and measurements, which look behind the scenes. */
public final class PlatformDatabase {
    /** In {@code postmaster.pid} the fourth line is the port. */
    private static final int PORT_LINE = 3;

    private final Path data;

    public PlatformDatabase(Path data) {
        this.data = data;
    }

    /** Connects as the owner of the tables, who sees a tenant's rows when it names it. */
    public Connection connect() throws SQLException, IOException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password = Files.readString(data.resolve("passwords/database-owner"));
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/openaisle", "openaisle_owner", password);
    }

    /** Adds a retailer with so many stores, each with a store node whose key is returned. */
    public List<DeviceFile> newStores(UUID tenant, int count) throws SQLException, IOException {
        List<DeviceFile> devices = new ArrayList<>();
        try (Connection connection = connect()) {
            enter(connection, tenant);
            execute(connection, "INSERT INTO tenant (id, name) VALUES (?::uuid, 'Measured')", tenant.toString());
            for (int i = 0; i < count; i++) {
                KeyPair keys = DeviceFile.newKeys();
                String store = single(connection, """
                        INSERT INTO store (name, time_zone, currency) VALUES ('Store ' || ?, 'UTC', 'EUR') RETURNING id""", Integer.toString(i));
                String device = single(
                        connection,
                        """
                        INSERT INTO device (store_id, kind, name, public_key, key_hash)
                        VALUES (?::uuid, 'store_node', 'Node', ?, ?) RETURNING id""",
                        store,
                        keys.getPublic().getEncoded(),
                        sha256(keys.getPublic().getEncoded()));
                devices.add(DeviceFile.of(device, store, keys));
            }
        }
        return devices;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What follows on this connection is about this tenant. */
    public static void enter(Connection connection, UUID tenant) throws SQLException {
        single(connection, "SELECT set_config('openaisle.tenant', ?, false)", tenant.toString());
    }

    /** Rows as texts. */
    public List<String> rows(UUID tenant, String sql) throws SQLException, IOException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect()) {
            enter(connection, tenant);
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        row.append(i == 1 ? "" : " ").append(result.getString(i));
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }

    private static String single(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
