package org.openaisle.platform.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.keys.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of what devices fetch, in the transaction that is going on. A version is there for each content that differs from the last. */
final class ConfigurationVersions {
    static final String ENTRY = "entry";

    /**
     * A version.
     *
     * @param etag strong, with its quotes: equal tags are equal bytes
     * @param content null: not kept
     */
    record Version(long number, String etag, byte @Nullable [] content, Instant createdAt) {}

    private final JdbcClient database;

    ConfigurationVersions(JdbcClient database) {
        this.database = database;
    }

    /** The version that has this content: the newest, or a new one. */
    Version version(UUID store, String part, byte[] content) {
        String etag = etag(content);
        Version last = newest(store, part).orElse(null);
        if (last == null || !last.etag().equals(etag)) {
            // Two devices that ask at once must not make two versions of one change.
            database.sql("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                    .params(part, store.toString())
                    .query()
                    .singleRow();
            last = newest(store, part).orElse(null);
            if (last == null || !last.etag().equals(etag)) {
                last = write(store, part, last == null ? 1 : last.number() + 1, etag, content);
            }
        }
        return new Version(last.number(), etag, content, last.createdAt());
    }

    private Version write(UUID store, String part, long number, String etag, byte[] content) {
        return database.sql("""
                INSERT INTO configuration_version (store_id, part, version, etag, content) VALUES (?, ?, ?, ?, ?)
                RETURNING version, etag, content, created_at""")
                .param(store)
                .param(part)
                .param(number)
                .param(etag)
                .param(part.equals(ENTRY) ? null : content)
                .query(ConfigurationVersions::read)
                .single();
    }

    Optional<Version> newest(UUID store, String part) {
        return database.sql("""
                SELECT version, etag, content, created_at FROM configuration_version
                WHERE store_id = ? AND part = ? ORDER BY version DESC LIMIT 1""")
                .params(store, part)
                .query(ConfigurationVersions::read)
                .optional();
    }

    /** A version as it was given out. */
    Optional<Version> find(UUID store, String part, long number) {
        return database.sql("""
                SELECT version, etag, content, created_at FROM configuration_version
                WHERE store_id = ? AND part = ? AND version = ?""")
                .params(store, part, number)
                .query(ConfigurationVersions::read)
                .optional();
    }

    /** The newest versions, without what is in them. */
    List<Version> list(UUID store, String part, int limit) {
        return database.sql("""
                SELECT version, etag, NULL::bytea AS content, created_at FROM configuration_version
                WHERE store_id = ? AND part = ? ORDER BY version DESC LIMIT ?""")
                .params(store, part, limit)
                .query(ConfigurationVersions::read)
                .list();
    }

    private static Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("version"),
                row.getString("etag"),
                row.getBytes("content"),
                Products.instant(row, "created_at"));
    }

    private static String etag(byte[] content) {
        return '"' + HexFormat.of().formatHex(Sha256.of(content), 0, 16) + '"';
    }
}
