package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "-12.5",
                "0.1",
                "1767599999977",
                "123456789012345",
                "1234567890123456789",
                "0.000001234567890123456",
                "1e5",
                "-2.5E-3",
                "1e400",
                "4.9e-324",
                "9007199254740993",
                "0.30000000000000004"
            })
    void readsAsTheLibraryDoes(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void readsRandomNumbersAsTheLibraryDoes() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = Double.toString((random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(20) - 8));
            String brief = text.substring(0, Math.min(text.length(), 3 + random.nextInt(14)));
            if (brief.matches("-?\\d+(\\.\\d+)?")) {
                assertThat(parse(brief)).as("%s, seed %d", brief, seed).isEqualTo(Double.parseDouble(brief));
            }
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> parse("-")).isInstanceOf(NumberFormatException.class);
    }

    private static double parse(String text) {
        char[] padded = ("xx" + text + "9").toCharArray();
        return Numbers.parse(padded, 2, text.length());
    }
}
