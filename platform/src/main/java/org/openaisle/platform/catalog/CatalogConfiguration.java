package org.openaisle.platform.catalog;

import org.openaisle.platform.database.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Settings settings(Transactions transactions, JdbcClient database) {
        return new Settings(transactions, database);
    }
}
