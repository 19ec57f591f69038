package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.evaluation.LiveScore.NEVER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output.CartChanged;
import org.openaisle.model.Truth;
import org.openaisle.model.Truth.Kind;

class LiveScoreTest {
    private static final Gtin COLA = new Gtin("04006381333931");
    private static final Gtin BREAD = new Gtin("00012345678905");

    private final List<Truth.Event> events = new ArrayList<>();
    private final List<CartChanged> changes = new ArrayList<>();

    @Test
    void aTakeIsShownWhenTheUnitsRiseToIncludeItAndNotEarlier() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        happens(8_000, Kind.TAKE, "v", COLA, 2);
        shown(3_100, 1_000, "v", COLA, 1);
        shown(10_500, 8_100, "v", COLA, 2);
        shown(20_000, 8_100, "v", COLA, 3);
        assertThat(score().delays()).containsExactly(2_100L, 2_500L, 12_000L);
        Figures figures = score().figures();
        assertThat(figures.get("liveTakes")).isEqualTo(3);
        assertThat(figures.get("liveWithin3s")).isEqualTo(2 / 3.0);
        assertThat(figures.get("liveMedian")).isEqualTo(2_500);
        assertThat(figures.get("liveP95")).isEqualTo(12_000);
    }

    @Test
    void theSecondTakeIsNotTheFirstThatWasNeverShown() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        happens(60_000, Kind.TAKE, "v", COLA, 1);
        shown(62_000, 60_100, "v", COLA, 1);
        assertThat(score().delays()).containsExactly(NEVER, 2_000L);
    }

    @Test
    void bothTakesShownAtOnceByTheSecondAreQuickAndSlow() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        happens(60_000, Kind.TAKE, "v", COLA, 1);
        shown(62_000, 60_100, "v", COLA, 2);
        assertThat(score().delays()).containsExactly(61_000L, 2_000L);
    }

    @Test
    void aBeliefThatGoesAndComesBackIsNoSecondTake() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        shown(3_000, 1_100, "v", COLA, 1);
        shown(5_000, 3_000, "v", COLA, 0);
        shown(7_000, 1_100, "v", COLA, 1);
        happens(20_000, Kind.TAKE, "v", COLA, 1);
        shown(26_000, 20_100, "v", COLA, 2);
        assertThat(score().delays()).containsExactly(2_000L, 6_000L);
    }

    @Test
    void whatIsPutBackAndTakenAgainIsAskedTwice() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        shown(3_000, 1_100, "v", COLA, 1);
        happens(5_000, Kind.RETURN, "v", COLA, 1);
        shown(7_000, 5_000, "v", COLA, 0);
        happens(9_000, Kind.TAKE, "v", COLA, 1);
        shown(12_500, 9_000, "v", COLA, 1);
        assertThat(score().delays()).containsExactly(2_000L, 3_500L);
    }

    @Test
    void aReturnThatWasNotNoticedLeavesTheNextTakeUnshown() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        shown(3_000, 1_100, "v", COLA, 1);
        happens(5_000, Kind.RETURN, "v", COLA, 1);
        happens(9_000, Kind.TAKE, "v", COLA, 1);
        assertThat(score().delays()).containsExactly(2_000L, NEVER);
    }

    @Test
    void aWrongUnitInTheCartDoesNotStandInForALaterTake() {
        shown(1_000, 500, "v", COLA, 1);
        happens(9_000, Kind.TAKE, "v", COLA, 1);
        assertThat(score().delays()).containsExactly(NEVER);
        shown(11_000, 9_000, "v", COLA, 2);
        assertThat(score().delays()).containsExactly(2_000L);
    }

    @Test
    void whatIsInTheWrongCartOrOfTheWrongKindIsNotShown() {
        happens(1_000, Kind.TAKE, "v", COLA, 1);
        happens(1_000, Kind.TAKE, "w", BREAD, 1);
        shown(2_000, 1_000, "w", COLA, 1);
        shown(2_000, 1_000, "v", BREAD, 1);
        assertThat(score().delays()).containsExactly(NEVER, NEVER);
    }

    @Test
    void staffAndPeopleWithoutATokenAreNotAsked() {
        happens(1_000, Kind.TAKE, "staff", COLA, 1);
        happens(1_000, Kind.TAKE, null, COLA, 1);
        happens(1_000, Kind.RESTOCK, "v", COLA, 4);
        shown(2_000, 1_000, null, COLA, 1);
        assertThat(score().delays()).isEmpty();
        assertThat(score().figures().percent("liveWithin3s")).isEqualTo("-");
    }

    @Test
    void whatIsNeverShownIsInTheDenominatorAndLaterThanAllElse() {
        IntStream.range(0, 9).forEach(i -> {
            happens(10_000 * i, Kind.TAKE, "v", COLA, 1);
            shown(10_000 * i + 1_000, 10_000 * i, "v", COLA, i + 1);
        });
        happens(200_000, Kind.TAKE, "v", BREAD, 1);
        Figures figures = score().figures();
        assertThat(figures.percent("liveWithin3s")).isEqualTo("90.00 %");
        assertThat(figures.percent("liveMissed")).isEqualTo("10.00 %");
        assertThat(figures.plain("liveMedian")).isEqualTo("1000");
        assertThat(figures.plain("liveP95")).isEqualTo("-");
        Figures twice = LiveScore.pooled(List.of(score(), score())).figures();
        assertThat(twice.plain("liveTakes")).isEqualTo("20");
        assertThat(twice.percent("liveWithin3s")).isEqualTo("90.00 %");
    }

    private void happens(long t, Kind kind, @Nullable String token, Gtin gtin, int quantity) {
        events.add(new Truth.Event(t, kind, token, "p", gtin, quantity, "P1", null, null));
    }

    private void shown(long t, long happenedAt, @Nullable String token, Gtin gtin, int quantity) {
        changes.add(new CartChanged(t, happenedAt, token, gtin, quantity, 0.9));
    }

    private LiveScore score() {
        return LiveScore.of(
                new Truth(List.of(visit("v", false), visit("w", false), visit("staff", true)), events), changes);
    }

    private static Truth.Visit visit(String token, boolean staff) {
        return new Truth.Visit(token, 0, null, staff, 1, List.of("p"), List.of());
    }
}
