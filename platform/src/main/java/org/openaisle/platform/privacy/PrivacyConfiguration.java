package org.openaisle.platform.privacy;

import java.time.Clock;
import java.util.List;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.Envelopes;
import org.openaisle.platform.keys.KeyedHashes;
import org.openaisle.platform.keys.LogSigner;
import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
    /** The catalogue: what all modules declare. */
    @Bean
    Declarations catalogueOfPurposes(List<DataDeclarations> modules) {
        return Declarations.of(modules);
    }

    @Bean
    RetentionPlan retentionPlan(Declarations catalogue) {
        return RetentionPlan.of(catalogue);
    }

    @Bean
    AccessLog accessLog(Transactions transactions, JdbcClient database, LogSigner signer, Clock clock) {
        return new AccessLog(transactions, database, signer, clock);
    }

    @Bean
    VisitLinks visitLinks(
            Transactions transactions,
            JdbcClient database,
            AccessLog log,
            Envelopes envelopes,
            KeyedHashes hashes,
            Clock clock) {
        return new VisitLinks(transactions, database, log, envelopes, hashes, clock);
    }

    @Bean
    RetentionJob retentionJob(Transactions transactions, JdbcClient database, RetentionPlan plan, AccessLog log) {
        return new RetentionJob(transactions, database, plan, log);
    }

    @Bean
    RetentionRuns retentionRuns(Transactions transactions, JdbcClient database) {
        return new RetentionRuns(transactions, database);
    }

    @Bean
    PrivacyRoutine privacyRoutine(RetentionJob retention, AccessLog log, Clock clock) {
        return new PrivacyRoutine(retention, log, clock);
    }
}
