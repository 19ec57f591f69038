package org.openaisle.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An external server; without a URL the platform runs its own.
 *
 * @param url as JDBC has it, with the user who owns the database and may create roles: {@code jdbc:postgresql://host/openaisle?user=owner}
 * @param password of that user
 */
@ConfigurationProperties(DatabaseProperties.PREFIX)
record DatabaseProperties(@Nullable String url, @Nullable String password) {
    static final String PREFIX = "openaisle.database";

    /** Where the external server is, and who goes there. */
    Logins external(Logins.Login runtime) {
        ConnectionUrl address = ConnectionUrl.of(url == null ? "" : url);
        return new Logins(address.url(), new Logins.Login(address.user(), password == null ? "" : password), runtime);
    }

    /** Without the password, which would end up in a log. */
    @Override
    public String toString() {
        return "DatabaseProperties[" + url + "]";
    }
}
