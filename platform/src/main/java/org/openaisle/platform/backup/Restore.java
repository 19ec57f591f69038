package org.openaisle.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.keys.Sha256;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup back into a database without rows: all of it, or nothing. */
final class Restore implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a backup and looks through all of it. Refused when it is none, or was damaged. */
    static Restore open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new StartRefused(file + " is no backup of OpenAisle, or it is cut off.", e);
        }
        try {
            Restore restore = new Restore(zip, readManifest(zip, file));
            for (Manifest.Table table : restore.manifest.tables()) {
                restore.check(table, file);
            }
            return restore;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest readManifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new StartRefused(file + " is no backup of OpenAisle.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartRefused(file + " is of form " + manifest.format()
                        + ", which this version does not know. Restore it with the version that made it.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new StartRefused(file + " is no backup of OpenAisle, or it was damaged.", e);
        }
    }

    private void check(Manifest.Table table, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream text = new DigestInputStream(text(table), digest)) {
            text.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw new StartRefused(file + " was damaged at table " + table.name() + ". Take another backup.", e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new StartRefused(
                    file + " was damaged or changed at table " + table.name() + ". Take another backup.");
        }
    }

    private InputStream text(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new StartRefused("the backup lacks table " + table.name() + ". Take another backup.");
        }
        return zip.getInputStream(entry);
    }

    Manifest manifest() {
        return manifest;
    }

    /** Puts all rows into their tables. Refused when there are some already. */
    void into(Maintenance database) throws SQLException, IOException {
        if (older(database.newestVersion(), manifest.schema())) {
            throw new StartRefused("the backup is of a newer version (tables " + manifest.schema() + ", this one knows "
                    + database.newestVersion() + "). Restore it with the version that made it, or a newer one.");
        }
        database.migrate(manifest.schema());
        try (Connection connection = database.owner()) {
            connection.setAutoCommit(false);
            load(connection);
            connection.commit();
        }
    }

    private static boolean older(String version, String other) {
        return Integer.parseInt(version) < Integer.parseInt(other);
    }

    private void load(Connection connection) throws SQLException, IOException {
        if (!Schema.version(connection).equals(manifest.schema())) {
            throw new StartRefused("the database has tables of another version already. Restore into an empty one.");
        }
        List<String> guarded = Schema.strings(connection, """
                SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity""");
        // Until this transaction ends the owner sees rows without naming a retailer; nobody else sees any of it.
        for (String table : guarded) {
            Schema.execute(connection, "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Manifest.Table table : manifest.tables()) {
            if (!Schema.strings(connection, "SELECT 'a row' FROM " + table.name() + " LIMIT 1")
                    .isEmpty()) {
                throw new StartRefused("table " + table.name() + " has rows already. Restore into an empty database.");
            }
            try (InputStream text = text(table)) {
                long rows = copy.copyIn("COPY " + table.name() + " (" + table.columnList() + ") FROM STDIN", text);
                if (rows != table.rows()) {
                    throw new IllegalStateException(
                            "of " + table.rows() + " rows of " + table.name() + " " + rows + " were restored");
                }
            }
        }
        for (String table : guarded) {
            Schema.execute(connection, "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
