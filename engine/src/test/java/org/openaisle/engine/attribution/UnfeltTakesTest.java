package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.engine.attribution.Scenario.NEAR;
import static org.openaisle.engine.attribution.Scenario.SEEN_ELSEWHERE;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.tracking.Party;

/** Goods that go while their plate feels nothing: what hands and readings say of them, and what the plate says later. */
class UnfeltTakesTest {
    private static final int COLA = 1;
    private static final int TEA = 2;
    private static final double SEEN_CLEARLY = 60;

    private static Scenario scenario() {
        return new Scenario(ShopPlan.empty()
                .knows(COLA, 355)
                .knows(TEA, 182)
                .plate("P1", COLA)
                .plate("P2", TEA));
    }

    private static Scenario seesColaInHandOf(Party party, int readings, Scenario s) {
        for (int i = 0; i < readings; i++) {
            s.reads(party, COLA, 0.9);
        }
        return s;
    }

    @Test
    void whatIsSeenInAHandThatWasAtAPlateWhichFeltNothingWasTakenThere() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");

        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);

        assertThat(s.chance(anna, COLA, 1)).isGreaterThan(0.9);
        assertThat(s.receipt(anna)).isEqualTo("1x1");
    }

    @Test
    void aPlateOfWhichNoFaultIsKnownMayHaveBeenFrozenAllTheSame() {
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        seesColaInHandOf(anna, 8, s).hands(anna, SEEN_THERE).passes(1);

        assertThat(s.chance(anna, COLA, 1)).isBetween(0.5, 0.95);
    }

    @Test
    void fewReadingsAreNothingAsLongAsNoFaultIsKnown() {
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);

        assertThat(s.chance(anna, COLA, 0)).isEqualTo(1);
    }

    @Test
    void whoseHandWasElsewhereDidNotTakeWhatIsReadOfIt() {
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        seesColaInHandOf(anna, 8, s).hands(anna, SEEN_ELSEWHERE).passes(1);

        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.95);
    }

    @Test
    void amongStrangersThatMetItIsAHandoverMoreProbablyThanAnUnfeltTake() {
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");
        s.hands(anna, SEEN_THERE).hands(ben, 0).changes("P1", -355);

        seesColaInHandOf(ben, 8, s).hands(ben, NEAR).passes(1);

        assertThat(s.chance(ben, COLA, 1)).isGreaterThan(0.5);
        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.5);
    }

    @Test
    void whatThePlateMissesWhenItWakesHadBeenTakenByWhoHasLeft() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");
        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);
        s.belief.forget(anna);
        Party ben = s.enters("ben", "P1");

        s.wakes("P1").hands(ben, NEAR).jumps("P1", -355);

        assertThat(s.chance(ben, COLA, 0)).isGreaterThan(0.7);
        assertThat(s.receipt(ben)).isEmpty();
    }

    @Test
    void whatThePlateFeelsLateIsNotChargedTwiceToWhoStillStandsThere() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");
        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);

        s.wakes("P1").hands(anna, SEEN_CLEARLY).changes("P1", -355);

        assertThat(s.chance(anna, COLA, 1)).isGreaterThan(0.7);
        assertThat(s.receipt(anna)).isEqualTo("1x1");
    }

    @Test
    void whatWasPutBackBeforeAnybodyWonderedIsNoTake() {
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        s.hands(anna, SEEN_CLEARLY).changes("P1", 355);

        seesColaInHandOf(anna, 8, s).hands(anna, SEEN_CLEARLY).passes(1);

        assertThat(s.receipt(anna)).isEmpty();
    }

    @Test
    void theDebtIsPaidOnlyOnce() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");
        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);
        Party ben = s.enters("ben", "P1");
        s.wakes("P1").hands(ben, SEEN_ELSEWHERE).jumps("P1", -355);

        s.hands(ben, SEEN_THERE).changes("P1", -355);

        assertThat(s.receipt(anna)).isEqualTo("1x1");
        assertThat(s.chance(ben, COLA, 1)).isGreaterThan(0.95);
    }

    @Test
    void aPlateThatIsFilledAnewOwesNothing() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");
        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_THERE).passes(1);
        s.belief.planogramChanged("P1");
        Party ben = s.enters("ben", "P1");

        s.wakes("P1").hands(ben, NEAR).changes("P1", -355);

        assertThat(s.chance(ben, COLA, 1)).isGreaterThan(0.9);
    }

    @Test
    void aHandInAPlateThatFeelsNothingLeavesADoubtWhichPassingByDoesNot() {
        Scenario s = scenario().fallsNumb("P2");
        Party anna = s.enters("anna", "P2");
        Party ben = s.enters("ben", "P2");

        s.hands(anna, SEEN_CLEARLY).hands(ben, NEAR).passes(20);

        assertThat(s.belief.unnoticed(anna)).isGreaterThan(0.5);
        assertThat(s.belief.unnoticed(ben)).isLessThan(0.03);
    }

    @Test
    void theDoubtEndsWhenThePlateFeelsAgain() {
        Scenario s = scenario().fallsNumb("P2");
        Party anna = s.enters("anna", "P2");
        s.hands(anna, SEEN_CLEARLY).passes(2);

        s.wakes("P2").passes(1);

        assertThat(s.belief.unnoticed(anna)).isZero();
    }

    @Test
    void aHandOfWhichIsKnownWhatItTookLeavesNoDoubt() {
        Scenario s = scenario().fallsNumb("P1");
        Party anna = s.enters("anna", "P1");

        seesColaInHandOf(anna, 5, s).hands(anna, SEEN_CLEARLY).passes(1);

        assertThat(s.receipt(anna)).isEqualTo("1x1");
        assertThat(s.belief.unnoticed(anna)).isZero();
    }
}
