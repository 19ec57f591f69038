package org.openaisle.platform.database;

import org.openaisle.platform.folder.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** The platform's own server, unless there is another. */
    @Bean
    @Conditional(NoExternalServer.class)
    EmbeddedServer embeddedServer(DataFolder folder) {
        return EmbeddedServer.start(folder);
    }

    @Bean
    Logins logins(DatabaseProperties properties, DataFolder folder, ObjectProvider<EmbeddedServer> embedded) {
        Logins.Login runtime = new Logins.Login(Logins.RUNTIME, folder.password("database-runtime"));
        EmbeddedServer server = embedded.getIfAvailable();
        Logins logins =
                server == null ? properties.external(runtime) : new Logins(server.url(), server.owner(), runtime);
        RuntimeUser.prepare(logins);
        return logins;
    }

    /** The pool connects as the platform ... */
    @Bean
    JdbcConnectionDetails poolConnection(Logins logins) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return logins.runtime().user();
            }

            @Override
            public String getPassword() {
                return logins.runtime().password();
            }

            @Override
            public String getJdbcUrl() {
                return logins.url();
            }
        };
    }

    /** ... and migrations as the owner, who is gone once they are done. */
    @Bean
    FlywayConnectionDetails migrationConnection(Logins logins) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return logins.owner().user();
            }

            @Override
            public String getPassword() {
                return logins.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return logins.url();
            }
        };
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager, JdbcClient database) {
        return new Transactions(manager, database);
    }

    static final class NoExternalServer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty(DatabaseProperties.PREFIX + ".url", "")
                    .isBlank();
        }
    }
}
