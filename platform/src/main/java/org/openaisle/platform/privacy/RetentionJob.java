package org.openaisle.platform.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.DatabaseRole;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what has had its time, for every retailer, also for those that have closed, and leaves a record of it. */
final class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Transactions transactions;
    private final JdbcClient database;
    private final RetentionPlan plan;
    private final AccessLog log;

    RetentionJob(Transactions transactions, JdbcClient database, RetentionPlan plan, AccessLog log) {
        this.transactions = transactions;
        this.database = database;
        this.plan = plan;
        this.log = log;
    }

    /** Carries out every rule. One that fails does not hold up others; its run stands in the record without an end. */
    void run(Instant now) {
        List<UUID> tenants = transactions.call(
                Access.directory(),
                () -> database.sql("SELECT id FROM tenant ORDER BY id")
                        .query(UUID.class)
                        .list());
        for (UUID tenant : tenants) {
            for (RetentionRule rule : plan.rules()) {
                try {
                    apply(new TenantId(tenant), rule, now);
                } catch (DataAccessException e) {
                    LOG.error(
                            "retention failed at \"{}\": {}",
                            rule.name(),
                            e.getClass().getSimpleName());
                }
            }
        }
    }

    private void apply(TenantId tenant, RetentionRule rule, Instant now) {
        Access access = new Access(DatabaseRole.RETENTION, tenant);
        Instant horizon = rule.horizon(now);
        if (rule.table().equals(AccessLog.TABLE)) {
            log.signBefore(tenant, horizon, now);
        }
        UUID run = transactions.call(access, () -> begin(rule, horizon, now));
        transactions.run(access, () -> {
            int removed = database.sql(rule.sql()).param(horizon.toString()).update();
            database.sql("UPDATE retention_run SET finished_at = now(), removed = ? WHERE id = ?")
                    .params(removed, run)
                    .update();
        });
    }

    private UUID begin(RetentionRule rule, Instant horizon, Instant now) {
        return database.sql("""
                INSERT INTO retention_run (rule, horizon, started_at) VALUES (?, ?::timestamptz, ?::timestamptz)
                RETURNING id""")
                .params(rule.name(), horizon.toString(), now.toString())
                .query(UUID.class)
                .single();
    }
}
