package org.openaisle.platform.visit;

import java.time.Clock;
import org.openaisle.platform.catalog.Settings;
import org.openaisle.platform.database.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class VisitConfiguration {
    @Bean
    VisitBell visitBell() {
        return new VisitBell();
    }

    @Bean
    Inbox inbox(Transactions transactions, JdbcClient database, Clock clock, JsonMapper json, VisitBell bell) {
        return new Inbox(transactions, database, clock, json, bell);
    }

    @Bean
    Abandonment abandonment(Transactions transactions, JdbcClient database, Settings settings, VisitBell bell) {
        return new Abandonment(
                transactions, database, (tenant, store) -> AbandonmentRule.of(settings.of(tenant, store)), bell);
    }

    @Bean
    AbandonmentJob abandonmentJob(Abandonment abandonment, Clock clock) {
        return new AbandonmentJob(abandonment, clock);
    }

    @Bean
    VisitReader visitReader(Transactions transactions, JdbcClient database) {
        return new VisitReader(transactions, database);
    }

    @Bean
    AlertDesk alertDesk(Transactions transactions, JdbcClient database, Clock clock) {
        return new AlertDesk(transactions, database, clock);
    }

    @Bean
    CartStreams cartStreams(VisitReader reader, VisitBell bell, StreamPace pace) {
        return new CartStreams(reader, bell, pace);
    }
}
