package org.openaisle.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openaisle.platform.folder.StartRefused;

class ConnectionUrlTest {
    @Test
    void theUserIsTakenOutAndTheRestStays() {
        ConnectionUrl url = ConnectionUrl.of("jdbc:postgresql://db:5433/shop?sslmode=verify-full&user=o%2Fwner");
        assertThat(url.user()).isEqualTo("o/wner");
        assertThat(url.url())
                .isEqualTo("jdbc:postgresql://db:5433/shop?sslmode=verify-full&logServerErrorDetail=false");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db/shop?user=a, must begin with jdbc:postgresql:",
        "jdbc:postgresql://db/shop, names no user",
        "jdbc:postgresql://db/shop?user=a&password=secret, OPENAISLE_DATABASE_PASSWORD"
    })
    void whatCannotWorkIsRefusedWithAWayOut(String url, String message) {
        assertThatThrownBy(() -> ConnectionUrl.of(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }
}
