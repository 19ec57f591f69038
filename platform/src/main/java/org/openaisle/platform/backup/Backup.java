package org.openaisle.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.keys.Sha256;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables as they were at one moment into one file, while the platform goes on. The tables force their policies on their owner
 * too, so that they are read retailer by retailer, all in one transaction.
 */
final class Backup {
    private final Connection connection;
    private final CopyManager copy;

    private Backup(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Writes the file, which is there when it is whole. */
    static Manifest write(Maintenance database, Path file, Instant now) throws SQLException, IOException {
        Manifest[] manifest = new Manifest[1];
        try (Connection connection = database.owner()) {
            connection.setAutoCommit(false);
            Schema.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            PrivateFiles.write(file, out -> {
                try (ZipOutputStream zip = new ZipOutputStream(out)) {
                    manifest[0] = new Backup(connection).write(zip, now);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
            connection.rollback();
        }
        return manifest[0];
    }

    private Manifest write(ZipOutputStream zip, Instant now) throws SQLException, IOException {
        Schema.execute(connection, "SET LOCAL ROLE openaisle_directory");
        List<String> tenants = Schema.strings(connection, "SELECT id::text FROM tenant ORDER BY id");
        Schema.execute(connection, "RESET ROLE");
        List<Manifest.Table> tables = new ArrayList<>();
        for (String table : Schema.tables(connection)) {
            tables.add(write(zip, table, tenants));
        }
        Manifest manifest =
                new Manifest(Manifest.FORMAT, Schema.version(connection), now.toString(), List.copyOf(tables));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Table write(ZipOutputStream zip, String table, List<String> tenants)
            throws SQLException, IOException {
        List<String> columns = Schema.columns(connection, table);
        Manifest.Table open = new Manifest.Table(table, columns, 0, "");
        zip.putNextEntry(new ZipEntry(open.entry()));
        MessageDigest digest = Sha256.digest();
        OutputStream text = new DigestOutputStream(new Unclosed(zip), digest);
        String sql = "COPY (SELECT " + open.columnList() + " FROM " + table + ") TO STDOUT";
        long rows = 0;
        if (Schema.ofTenants(connection, table)) {
            for (String tenant : tenants) {
                rows += writeOne(sql, table, tenant, text);
            }
        } else {
            rows = copy.copyOut(sql, text);
        }
        zip.closeEntry();
        return new Manifest.Table(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private long writeOne(String sql, String table, String tenant, OutputStream text) throws SQLException, IOException {
        Schema.execute(connection, "SET LOCAL openaisle.tenant = '" + tenant + "'");
        // Wrapped keys are shown to nobody but the role that wraps them.
        boolean keys = table.equals("data_key");
        if (keys) {
            Schema.execute(connection, "SET LOCAL ROLE openaisle_keys");
        }
        long rows = copy.copyOut(sql, text);
        if (keys) {
            Schema.execute(connection, "RESET ROLE");
        }
        return rows;
    }

    /** Whoever writes a part must not close the whole. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
