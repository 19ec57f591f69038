package org.openaisle.platform.keys;

import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.folder.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    /** Keys are made at the first start only: not beside a database with sealed rows, and not when they open nothing there. */
    @Bean
    KeyFolder keyFolder(DataFolder folder, Transactions transactions, JdbcClient database) {
        KeyCheck check = new KeyCheck(transactions, database);
        check.refuseWithoutKeys(folder.path());
        KeyFolder keys = KeyFolder.open(folder);
        check.refuseUnlessAllOpens(keys);
        return keys;
    }

    @Bean
    DataKeys dataKeys(JdbcClient database, KeyFolder folder) {
        return new DataKeys(database, folder);
    }

    @Bean
    Envelopes envelopes(DataKeys keys) {
        return new Envelopes(keys);
    }

    @Bean
    KeyedHashes keyedHashes(DataKeys keys) {
        return new KeyedHashes(keys);
    }

    @Bean
    LogSigner logSigner(KeyFolder folder) {
        return folder.logSigner();
    }

    @Bean
    KeyRotation keyRotation(Transactions transactions, JdbcClient database, KeyFolder folder, DataKeys keys) {
        return new KeyRotation(transactions, database, folder, keys);
    }
}
