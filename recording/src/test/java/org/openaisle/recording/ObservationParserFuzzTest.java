package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes of a line, the parser answers with an observation or a problem, and soon.
 *
 * <p>Runs the inputs among the test resources as a regression test. A search for more takes a minute: {@code JAZZER_FUZZ=1 ./mvnw test -pl
 * recording -am -Djazzer.hooks=true -Dtest=ObservationParserFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ObservationParserFuzzTest {
    private static final ObservationParser PARSER = new ObservationParser("fuzz", TestStore.sensors());

    @FuzzTest(maxDuration = "60s")
    void neverThrows(byte[] line) {
        Parsed parsed = PARSER.parse(line, 0, line.length, 1);
        switch (parsed) {
            case Parsed.Good good -> {
                assertThat(good.observation().ownTime()).isNotNegative();
                assertThat(good.observation().content()).isNotNull();
            }
            case Parsed.Bad bad ->
                assertThat(bad.problem().message()).isNotBlank().hasSizeLessThan(400);
            case Parsed.Unknown unknown -> assertThat(unknown.type()).isNotNull();
        }
    }
}
