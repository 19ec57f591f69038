package org.openaisle.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SpeaksTlsTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, '', auto, false",
        "127.0.0.1, '', auto, false",
        "::1, '', auto, false",
        "0.0.0.0, '', auto, true",
        "::, '', auto, true",
        "'', '', auto, true",
        "192.0.2.1, '', auto, true",
        "localhost, /etc/own.pem, auto, true",
        "localhost, '', on, true",
        "0.0.0.0, '', off, false"
    })
    void beyondThisMachineItSpeaksTlsUnlessToldOtherwise(
            String address, String certificate, String mode, boolean expected) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("server.address", address).withProperty("openaisle.tls.mode", mode);
        if (!certificate.isEmpty()) {
            environment.setProperty("openaisle.tls.certificate", certificate);
        }
        assertThat(SpeaksTls.in(environment)).isEqualTo(expected);
    }
}
