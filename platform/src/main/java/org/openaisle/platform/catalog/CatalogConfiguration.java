package org.openaisle.platform.catalog;

import java.time.Clock;
import java.util.List;
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

    @Bean
    SettingsPart settingsPart(Settings settings) {
        return new SettingsPart(settings);
    }

    @Bean
    ProductQuery productQuery(Transactions transactions, JdbcClient database) {
        return new ProductQuery(transactions, database);
    }

    @Bean
    ProductImport productImport(Transactions transactions, JdbcClient database) {
        return new ProductImport(transactions, new Products(database));
    }

    @Bean
    Promotions promotions(Transactions transactions, JdbcClient database) {
        return new Promotions(transactions, database);
    }

    @Bean
    CatalogPart catalogPart(JdbcClient database, Promotions promotions, Clock clock) {
        return new CatalogPart(database, promotions, clock);
    }

    @Bean
    ConfigurationVersions configurationVersions(JdbcClient database) {
        return new ConfigurationVersions(database);
    }

    @Bean
    Layouts layouts(Transactions transactions, ConfigurationVersions versions) {
        return new Layouts(transactions, versions);
    }

    @Bean
    Planograms planograms(Transactions transactions, JdbcClient database, Layouts layouts) {
        return new Planograms(transactions, database, layouts);
    }

    @Bean
    Configurations configurations(
            Transactions transactions, ConfigurationVersions versions, List<ConfigurationPart> parts) {
        return new Configurations(transactions, versions, parts);
    }
}
