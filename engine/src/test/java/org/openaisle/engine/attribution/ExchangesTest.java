package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.engine.attribution.Scenario.SEEN_ELSEWHERE;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.tracking.Party;

/** A plate was touched and is as heavy as before. */
class ExchangesTest {
    private static final int LEMON = 1;
    private static final int APPLE = 2;
    private static final int SOAP = 3;
    private static final int OIL = 4;
    private static final int VINEGAR = 5;

    private final Scenario scenario = new Scenario(ShopPlan.empty()
            .knows(LEMON, 355)
            .knows(APPLE, 360)
            .knows(SOAP, 520)
            .knows(OIL, 1030)
            .knows(VINEGAR, 1032)
            .plate("P1", LEMON)
            .plate("P2", APPLE)
            .plate("P3", SOAP)
            .plate("P4", OIL)
            .plate("P5", VINEGAR));

    private Party withALemon() {
        Party anna = scenario.enters("anna", "P1");
        scenario.hands(anna, SEEN_THERE).changes("P1", -355);
        return anna;
    }

    @Test
    void aTouchAloneIsNoExchange() {
        Party anna = withALemon();
        scenario.hands(anna, SEEN_THERE).touches("P2", 300, 0);

        assertThat(scenario.receipt(anna)).isEqualTo("1x1");
    }

    @Test
    void whoHeldOneThingBeforeATouchAndAnotherAfterItHasExchangedThem() {
        Party anna = withALemon();
        for (int i = 0; i < 3; i++) {
            scenario.reads(anna, LEMON, 0.9).reads(anna, APPLE, 0.9);
        }
        scenario.hands(anna, SEEN_THERE).touches("P2", 300, -5);

        assertThat(scenario.receipt(anna)).isEqualTo("1x2");
    }

    @Test
    void whatMadeThePlateAUnitHeavierForAMomentWasNoHandThatPressed() {
        assertThat(exchanged(1150)).isGreaterThan(0.5);
        assertThat(exchanged(450)).isLessThan(0.1);
        assertThat(exchanged(2500)).as("no unit is that heavy").isLessThan(0.1);
    }

    private static double exchanged(double swing) {
        ExchangesTest test = new ExchangesTest();
        Party anna = test.scenario.enters("anna", "P4");
        test.scenario.hands(anna, SEEN_THERE).changes("P4", -1030);
        test.scenario.hands(anna, SEEN_THERE).touches("P5", swing, 2);
        return test.scenario.chance(anna, VINEGAR, 1);
    }

    @Test
    void aUnitOfAnotherWeightWasNotExchanged() {
        Party anna = withALemon();
        for (int i = 0; i < 3; i++) {
            scenario.reads(anna, SOAP, 0.8);
        }
        scenario.hands(anna, SEEN_THERE).touches("P3", 500, 0);

        assertThat(scenario.chance(anna, LEMON, 1)).isGreaterThan(0.99);
        assertThat(scenario.chance(anna, SOAP, 0)).isEqualTo(1);
    }

    @Test
    void oneMayBringBackWhatAnotherTakesAtThatMoment() {
        Party anna = withALemon();
        Party ben = scenario.enters("ben", "P1");
        scenario.hands(anna, SEEN_THERE).hands(ben, SEEN_THERE).touches("P1", 300, 4);

        assertThat(scenario.chance(ben, LEMON, 1)).isGreaterThan(0.1);
        assertThat(scenario.chance(anna, LEMON, 1) + scenario.chance(ben, LEMON, 1))
                .as("there is one lemon between them")
                .isBetween(0.999, 1.001);
    }

    @Test
    void nobodyTakesWhatIsBroughtBackWhoseHandsAreElsewhere() {
        Party anna = withALemon();
        Party ben = scenario.enters("ben", "P1");
        scenario.hands(anna, SEEN_THERE).hands(ben, SEEN_ELSEWHERE).touches("P1", 300, 0);

        assertThat(scenario.receipt(anna)).isEqualTo("1x1");
        assertThat(scenario.receipt(ben)).isEmpty();
    }

    @Test
    void whatNobodyHoldsIsNotLookedFor() {
        Party anna = scenario.enters("anna", "P2");
        scenario.hands(anna, SEEN_THERE).touches("P2", 300, 0);

        assertThat(scenario.askedForReadings()).isZero();
        assertThat(scenario.belief.incidents(anna)).isEmpty();
    }
}
