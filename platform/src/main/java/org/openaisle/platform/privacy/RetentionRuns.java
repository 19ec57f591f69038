package org.openaisle.platform.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of what the retention job did. */
record RetentionRuns(Transactions transactions, JdbcClient database) {
    /**
     * A run of one rule.
     *
     * @param horizon what had its anchor at or before it had to go
     * @param finishedAt null: it failed, or the platform was stopped
     * @param removed rows that went or were emptied, without those that hung on them
     */
    record Run(
            String rule,
            Instant horizon,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long removed) {}

    List<Run> newest(TenantId tenant, int limit) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("SELECT * FROM retention_run ORDER BY started_at DESC, id DESC LIMIT ?")
                        .param(limit)
                        .query((row, number) -> {
                            OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
                            return new Run(
                                    row.getString("rule"),
                                    row.getObject("horizon", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("started_at", OffsetDateTime.class)
                                            .toInstant(),
                                    finished == null ? null : finished.toInstant(),
                                    row.getObject("removed", Long.class));
                        })
                        .list());
    }
}
