package org.openaisle.platform.entry;

import java.time.Clock;
import org.openaisle.platform.catalog.Settings;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.keys.Envelopes;
import org.openaisle.platform.keys.KeyedHashes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EntryConfiguration {
    @Bean
    EntryKeys entryKeys(Transactions transactions, JdbcClient database, Envelopes envelopes) {
        return new EntryKeys(transactions, database, envelopes);
    }

    @Bean
    Denials denials(Transactions transactions, JdbcClient database, KeyedHashes hashes, Clock clock) {
        return new Denials(transactions, database, hashes, clock);
    }

    @Bean
    EntryPart entryPart(EntryKeys keys, Denials denials, KeyedHashes hashes, Settings settings, Clock clock) {
        return new EntryPart(keys, denials, hashes, settings, clock);
    }
}
