package org.openaisle.platform.backup;

import java.util.List;

/**
 * What is in a backup.
 *
 * @param schema version of the tables, as the migrations count
 * @param createdAt ISO 8601
 * @param tables in an order in which references find what they refer to
 */
record Manifest(int format, String schema, String createdAt, List<Table> tables) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * A table: the text that PostgreSQL's COPY writes.
     *
     * @param sha256 of the text, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }
}
