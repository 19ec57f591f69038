package org.openaisle.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;

/** Something that the retention job does again and again, as follows from what the modules declare. */
sealed interface RetentionRule {
    String table();

    /** The column from which the time runs. */
    String anchor();

    Duration period();

    /** What to do, with one parameter: the horizon. */
    String sql();

    /** As it stands in the record of runs. */
    String name();

    /** What has an anchor at or before it has had its time. */
    default Instant horizon(Instant now) {
        return now.minus(period());
    }

    /** Rows go. What hangs on them goes with them. */
    record DeleteRows(String table, String anchor, Duration period) implements RetentionRule {
        @Override
        public String sql() {
            return "DELETE FROM " + table + " WHERE " + anchor + " <= ?::timestamptz";
        }

        @Override
        public String name() {
            return table + ": delete " + period.toDays() + " days after " + anchor;
        }
    }

    /** Columns are emptied; the rest of the row may stay longer. */
    record EmptyColumns(String table, SortedSet<String> columns, String anchor, Duration period)
            implements RetentionRule {
        @Override
        public String sql() {
            return "UPDATE " + table + " SET " + String.join(" = NULL, ", columns) + " = NULL WHERE " + anchor
                    + " <= ?::timestamptz AND (" + String.join(" IS NOT NULL OR ", columns) + " IS NOT NULL)";
        }

        @Override
        public String name() {
            return table + ": empty " + String.join(", ", columns) + " " + period.toDays() + " days after " + anchor;
        }
    }
}
