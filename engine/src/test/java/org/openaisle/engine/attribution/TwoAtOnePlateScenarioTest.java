package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.tracking.Party;

/** Two people at one plate within one disturbance, so that the plate tells only the sum of what they did. */
class TwoAtOnePlateScenarioTest {
    private static final int COLA = 1;
    private static final int TEA = 2;
    private static final int SOAP = 4;

    private static Scenario scenario() {
        return new Scenario(ShopPlan.empty()
                .knows(COLA, 355)
                .knows(TEA, 182)
                .knows(SOAP, 520)
                .plate("P1", COLA)
                .plate("P2", TEA)
                .plate("P3", SOAP));
    }

    @Test
    void oneTakesWhatBelongsThereWhileTheOtherTakesWhatWasLeftThere() {
        //  [3: 520]
        //    A B       C has left a cola there: +355; A and B take together: -875, and readings show the cola in B's
        // hand
        Scenario s = scenario();
        Party carol = s.enters("carol", "P1");
        s.hands(carol, SEEN_THERE).changes("P1", -355);
        s.hands(carol, SEEN_THERE).changes("P3", 355);
        Party anna = s.enters("anna", "P3");
        Party ben = s.enters("ben", "P3");

        s.reads(ben, COLA, 0.8).reads(ben, COLA, 0.8).reads(anna, SOAP, 0.8);
        s.hands(anna, SEEN_THERE).hands(ben, SEEN_THERE).changes("P3", -875);

        assertThat(s.receipt(anna)).isEqualTo("1x4");
        assertThat(s.receipt(ben)).isEqualTo("1x1");
    }

    @Test
    void oneLeavesSomethingWhileTheOtherTakesSomething() {
        //  [3: 520]
        //    A B       A lays down a tea while B takes a soap: -338
        Scenario s = scenario();
        Party anna = s.enters("anna", "P2");
        s.hands(anna, SEEN_THERE).changes("P2", -182);
        Party ben = s.enters("ben", "P3");

        s.reads(anna, TEA, 0.8).reads(ben, SOAP, 0.8).reads(ben, SOAP, 0.8);
        s.hands(anna, SEEN_THERE).hands(ben, SEEN_THERE).changes("P3", 182 - 520);

        assertThat(s.receipt(anna)).isEmpty();
        assertThat(s.receipt(ben)).isEqualTo("1x4");
    }

    @Test
    void ofTwoUnitsThatReadingsShowInTwoHandsEachHasOne() {
        //  [1: 355]
        //    A B       both reach in: -710, and readings show a cola in either's hand
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.reads(anna, COLA, 0.8).reads(ben, COLA, 0.8);
        s.hands(anna, SEEN_THERE).hands(ben, SEEN_THERE).changes("P1", -710);

        assertThat(s.receipt(anna)).isEqualTo("1x1");
        assertThat(s.receipt(ben)).isEqualTo("1x1");
    }
}
