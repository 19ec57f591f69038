package org.openaisle.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compared with the obvious: a price for each second of a minute. */
class PriceTimelineTest {
    private static final long SEED = 20262;
    private static final int SECONDS = 60;

    private final Random chance = new Random(SEED);

    @Test
    void inItsTimeThePriceThatWasPutLastHoldsAndOutsideNothingChanges() {
        System.out.println("seed " + SEED);
        for (int trial = 0; trial < 500; trial++) {
            List<PriceSpan> spans = List.of();
            Long[] obvious = new Long[SECONDS + 1];
            for (int i = 0; i < 12; i++) {
                PriceSpan over = span();
                spans = PriceTimeline.put(spans, over);
                for (int second = 0; second <= SECONDS; second++) {
                    if (holds(over, second)) {
                        obvious[second] = over.amountMinor();
                    }
                }
                for (int second = 0; second <= SECONDS; second++) {
                    assertThat(at(spans, second))
                            .as("trial %d, second %d", trial, second)
                            .isEqualTo(obvious[second]);
                }
                assertThat(PriceTimeline.put(spans, over)).as("put twice").isEqualTo(spans);
            }
        }
    }

    /** The last second stands for all after it. */
    private PriceSpan span() {
        int from = chance.nextInt(SECONDS);
        int length = 1 + chance.nextInt(20);
        boolean open = chance.nextInt(5) == 0 || from + length > SECONDS;
        return new PriceSpan(
                chance.nextInt(1000),
                Instant.ofEpochSecond(from),
                open ? null : Instant.ofEpochSecond(from + (long) length));
    }

    private static boolean holds(PriceSpan span, int second) {
        Instant time = Instant.ofEpochSecond(second);
        return !time.isBefore(span.from()) && (span.until() == null || time.isBefore(span.until()));
    }

    private static @Nullable Long at(List<PriceSpan> spans, int second) {
        List<Long> amounts = new ArrayList<>();
        spans.stream().filter(span -> holds(span, second)).forEach(span -> amounts.add(span.amountMinor()));
        assertThat(amounts).as("prices at second %d", second).hasSizeLessThanOrEqualTo(1);
        return amounts.isEmpty() ? null : amounts.getFirst();
    }
}
