package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.openaisle.engine.attribution.Scenario.NEAR;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.WeightChange.Part;
import org.openaisle.engine.tracking.Party;

/** What places, readings, neighbours and time say about a change; drawn as in {@link AttributionScenarioTest}. */
class AttributionEvidenceTest {
    private static final int COLA = 1;
    private static final int TEA = 2;
    private static final int TWIN = 3;
    private static final int SOAP = 4;
    private static final int HALF = 5;

    private static ShopPlan shop() {
        return ShopPlan.empty()
                .knows(COLA, 355)
                .knows(TEA, 182)
                .knows(TWIN, 355)
                .knows(SOAP, 520)
                .knows(HALF, 177.5);
    }

    private static Scenario scenario() {
        return new Scenario(shop().plate("P1", COLA).plate("P2", TEA).plate("P3", SOAP));
    }

    @Test
    void thePlaceOfTheHandTellsOneFromTwoOfHalfItsWeight() {
        //  [1: 355 | 177.5]   one plate, two products
        //        A            -355: one of the left, or two of the right?
        Scenario left = new Scenario(shop().plate("P1", COLA, HALF));
        Party anna = left.enters("anna", "P1");
        left.handsAt(anna, SEEN_THERE, 0.08).changes("P1", -355);

        Scenario right = new Scenario(shop().plate("P1", COLA, HALF));
        Party ben = right.enters("ben", "P1");
        right.handsAt(ben, SEEN_THERE, 0.42).changes("P1", -355);

        assertThat(left.chance(anna, COLA, 1)).isGreaterThan(0.9);
        assertThat(right.chance(ben, HALF, 2)).isGreaterThan(left.chance(anna, HALF, 2));
    }

    @Test
    void aReadingOfTheThingInTheHandTellsTwoProductsOfOneWeightApart() {
        //  [1: 355 | 355]     one plate, two products of one weight
        //        A            a camera reads the second in A's hand
        Scenario s = new Scenario(shop().plate("P1", COLA, TWIN));
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).reads(anna, TWIN, 0.9).reads(anna, TWIN, 0.8).changes("P1", -355);

        assertThat(s.chance(anna, TWIN, 1)).isGreaterThan(0.8);
        assertThat(s.receipt(anna)).isEqualTo("1x3");
    }

    @Test
    void oneOfTwoProductsOfOneWeightIsOneUnitWhicheverItIs() {
        //  [1: 355 | 355]     no place, no reading
        //        A
        Scenario s = new Scenario(shop().plate("P1", COLA, TWIN));
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -355);

        assertThat(s.chance(anna, COLA, 1)).isCloseTo(0.5, within(0.02));
        assertThat(s.chance(anna, TWIN, 1)).isCloseTo(0.5, within(0.02));
        assertThat(s.belief.cart(anna)).hasSize(1);
    }

    @Test
    void aUnitThatRestedOnTwoNarrowPlatesIsTakenOnce() {
        //  [1: 355][2: 355]   narrow plates, one product on both
        //        A            -200 and -155 together
        Scenario s = new Scenario(ShopPlan.narrow()
                .knows(COLA, 355)
                .knows(TEA, 182)
                .plate("P1", COLA)
                .plate("P2", COLA)
                .plate("P3", TEA));
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes(new Part("P1", -200, 1), new Part("P2", -155, 1));

        assertThat(s.receipt(anna)).isEqualTo("1x1");
    }

    @Test
    void aSwapOnOnePlateIsTheDifferenceOfBothWeights() {
        //  [1: 355]  [3: 520]
        //     A        A takes from 1; at 3 she takes one and leaves the other: -520 + 355 = -165
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(anna, SEEN_THERE).changes("P3", -165);

        assertThat(s.receipt(anna)).isEqualTo("1x4");
    }

    @Test
    void whoHasLeftIsForgottenAndTheOthersAreNot() {
        //  [1: 355]  [2: 182]
        //     A         B      both take; A leaves
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P2");
        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(ben, SEEN_THERE).changes("P2", -182);

        s.belief.forget(anna);

        assertThat(s.receipt(anna)).isEmpty();
        assertThat(s.receipt(ben)).isEqualTo("1x2");
        assertThat(s.belief.evidence(anna).changes()).isEmpty();
        assertThat(s.belief.evidence(ben).changes()).hasSize(1);
    }

    @Test
    void theEvidenceNamesTheChangeTheHandsAndTheAlternatives() {
        //  [1: 355]
        //    A B         A's hand is likelier
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.hands(anna, SEEN_THERE).hands(ben, NEAR).changes("P1", -355);

        var change = s.belief.evidence(anna).changes().getFirst();
        assertThat(change.plates()).containsExactly("P1");
        assertThat(change.deltaGrams()).isCloseTo(-355, within(1e-9));
        assertThat(change.hands().getFirst().who()).isEqualTo("anna");
        assertThat(change.explanations().getFirst().what()).contains("anna", "1 x product 1");
        assertThat(change.explanations()).hasSizeGreaterThan(1);
        assertThat(change.explanations().stream()
                        .mapToDouble(e -> e.probability())
                        .sum())
                .isBetween(0.98, 1.001);
    }

    @Test
    void theStockFollowsWhatWasTakenAndPutBack() {
        //  [1: 355, twelve of them]
        //     A          -710, +355
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -710);
        assertThat(s.belief.stockChanges(1))
                .singleElement()
                .satisfies(c -> assertThat(c.quantity()).isEqualTo(10));
        s.hands(anna, SEEN_THERE).changes("P1", 355);

        assertThat(s.belief.stockChanges(2))
                .singleElement()
                .satisfies(c -> assertThat(c.quantity()).isEqualTo(11));
        assertThat(s.belief.stockChanges(3)).isEmpty();
    }
}
