package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.openaisle.engine.attribution.Scenario.NEAR;
import static org.openaisle.engine.attribution.Scenario.SEEN_ELSEWHERE;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.tracking.Party;

/**
 * Who is believed to hold what, situation by situation. In the drawings a plate is [n: grams], a letter below it a person in
 * front of it, and then comes what happens, in time.
 */
class AttributionScenarioTest {
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
    void whoTakesAUnitHasIt() {
        //  [1: 355]
        //     A          A takes one: -355
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        assertThat(s.hands(anna, SEEN_THERE).changes("P1", -355)).containsExactly(anna);

        assertThat(s.chance(anna, COLA, 1)).isGreaterThan(0.98);
        assertThat(s.receipt(anna)).isEqualTo("1x1");
    }

    @Test
    void whoTakesTwoAtOnceHasTwo() {
        //  [1: 355]
        //     A          A takes two: -710
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -711);

        assertThat(s.chance(anna, COLA, 2)).isGreaterThan(0.95);
        assertThat(s.receipt(anna)).isEqualTo("2x1");
    }

    @Test
    void whoPutsBackWhatTheyTookHasNothing() {
        //  [1: 355]
        //     A          A takes one: -355, and puts it back: +355
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(anna, SEEN_THERE).changes("P1", 355);

        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.95);
        assertThat(s.receipt(anna)).isEmpty();
    }

    @Test
    void ofThreeTakenAndOnePutBackTwoAreLeft() {
        //  [1: 355]
        //     A          -355, -710, +355
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(anna, SEEN_THERE).changes("P1", -710);
        s.hands(anna, SEEN_THERE).changes("P1", 355);

        assertThat(s.receipt(anna)).isEqualTo("2x1");
    }

    @Test
    void whatOneLeftOnAnotherPlateIsBoughtByWhoTakesItFromThere() {
        //  [1: 355]  [3: 520]
        //     A         B      A takes from 1, lays it on 3: +355; then B takes from 3: -355, and it is no soap
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P3");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(anna, SEEN_THERE).changes("P3", 355);
        assertThat(s.receipt(anna)).isEmpty();

        s.hands(ben, SEEN_THERE).hands(anna, SEEN_ELSEWHERE).changes("P3", -355);

        assertThat(s.receipt(anna)).isEmpty();
        assertThat(s.receipt(ben)).isEqualTo("1x1");
    }

    @Test
    void ofTwoPeopleAtOnePlateTheOneWhoseHandWasThereHasIt() {
        //  [1: 355]
        //    A B         A's hand was seen at the plate, B's elsewhere
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.hands(anna, SEEN_THERE).hands(ben, SEEN_ELSEWHERE).changes("P1", -355);

        assertThat(s.receipt(anna)).isEqualTo("1x1");
        assertThat(s.receipt(ben)).isEmpty();
    }

    @Test
    void ofTwoPeopleWhoseHandsNobodySawBothAreBelievedHalf() {
        //  [1: 355]
        //    A B         nothing is known of their hands
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        assertThat(s.hands(anna, NEAR).hands(ben, NEAR).changes("P1", -355)).containsExactlyInAnyOrder(anna, ben);

        assertThat(s.chance(anna, COLA, 1)).isCloseTo(0.5, within(0.03));
        assertThat(s.chance(ben, COLA, 1)).isCloseTo(0.5, within(0.03));
        assertThat(s.chance(anna, COLA, 1) + s.chance(ben, COLA, 1)).isLessThan(1.001);
    }

    @Test
    void whoPutsItBackHadTakenIt() {
        //  [1: 355]
        //    A B         either took: -355; then B, alone, puts 355 back
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.hands(anna, NEAR).hands(ben, NEAR).changes("P1", -355);
        s.hands(ben, SEEN_THERE).changes("P1", 355);

        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.9);
        assertThat(s.receipt(anna)).isEmpty();
        assertThat(s.receipt(ben)).isEmpty();
    }

    @Test
    void whoHoldsTheTwinCannotHavePutTheOtherBack() {
        //  [1: 355]  [2: 355, another product]
        //    A          B      A took from 1, B from 2. Somebody puts 355 back on 1: the plate that knows A's product
        Scenario s = new Scenario(shop().plate("P1", COLA).plate("P2", TWIN));
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P2");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(ben, SEEN_THERE).changes("P2", -355);
        s.hands(anna, NEAR).hands(ben, NEAR).changes("P1", 355);

        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.7);
        assertThat(s.chance(ben, TWIN, 1)).isGreaterThan(0.7);
    }

    @Test
    void thePutBackOfTheTwinTellsWhoTookWhich() {
        //  [1: 355]  [2: 355, another product]
        //       A B            both took one, from 1 and from 2, and no hands were seen. B alone puts back on 2
        Scenario s = new Scenario(shop().plate("P1", COLA).plate("P2", TWIN));
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P2");

        s.hands(anna, NEAR).hands(ben, NEAR).changes("P1", -355);
        s.hands(anna, NEAR).hands(ben, NEAR).changes("P2", -355);
        double before = s.chance(anna, TWIN, 1);
        s.hands(ben, SEEN_THERE).changes("P2", 355);

        assertThat(before).isCloseTo(0.5, within(0.05));
        assertThat(s.chance(anna, TWIN, 0)).isGreaterThan(0.7);
        assertThat(s.chance(ben, TWIN, 0)).isGreaterThan(0.7);
    }

    @Test
    void goodsThatChangeHandsInsideAPartyStayInItsOneCart() {
        //  [1: 355]       [3: 520]
        //     A1             A2      one party: A1 takes, A2 puts it back later
        Scenario s = scenario();
        Party family = s.enters("family", "P1", "P3");

        s.hands(family, SEEN_THERE).changes("P1", -355);
        assertThat(s.receipt(family)).isEqualTo("1x1");
        s.hands(family, NEAR).changes("P1", 355);

        assertThat(s.receipt(family)).isEmpty();
    }

    @Test
    void whoPutsDownWhatOnlyAnotherTookGotItFromThemWhenTheyMet() {
        //  [1: 355]
        //    A B         A takes: -355. B, beside A, puts 355 back: A gave it to B
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(ben, SEEN_THERE).changes("P1", 355);

        assertThat(s.chance(anna, COLA, 0)).isGreaterThan(0.7);
        assertThat(s.receipt(ben)).isEmpty();
    }

    @Test
    void whatWasTakenJustBeforeHandsMetMayHaveGoneToTheOther() {
        //  [1: 355]  [2: 180]
        //     A  B                A takes 2 long before, then 1; four seconds later a hand of A meets a hand of B
        Scenario scenario = new Scenario(shop().plate("P1", COLA).plate("P2", TEA));
        Party anna = scenario.enters("anna", "P1");
        Party ben = scenario.enters("ben", "P1");
        scenario.hands(anna, SEEN_THERE).changes("P2", -180);
        scenario.hands(anna, SEEN_THERE).changes("P1", -355);
        scenario.handsMeet(anna, ben, 4_000);

        assertThat(scenario.chance(ben, COLA, 1)).isBetween(0.1, 0.6);
        assertThat(scenario.chance(anna, COLA, 1)).isEqualTo(1 - scenario.chance(ben, COLA, 1), within(1e-3));
        assertThat(scenario.chance(ben, TEA, 1)).isLessThan(scenario.chance(ben, COLA, 1));
    }

    @Test
    void handsThatMeetLongAfterAnybodyTookAnythingMoveNothing() {
        Scenario scenario = new Scenario(shop().plate("P1", COLA));
        Party anna = scenario.enters("anna", "P1");
        Party ben = scenario.enters("ben", "P1");
        scenario.hands(anna, SEEN_THERE).changes("P1", -355);
        scenario.handsMeet(anna, ben, 60_000);

        assertThat(scenario.chance(anna, COLA, 1)).isGreaterThan(0.99);
    }

    @Test
    void aHandoverIsBelievedLessBetweenPeopleWhoNeverMet() {
        //  [1: 355]  [2]  [3]  [4]  [5]
        //     A                      B      A takes. A thing of 355 g comes to 1 by B, who was never within reach of A
        ShopPlan plan = shop().plate("P1", COLA)
                .plate("P2", TEA)
                .plate("P3", SOAP)
                .plate("P4", TEA)
                .plate("P5", TEA);
        Scenario met = new Scenario(plan);
        Party anna = met.enters("anna", "P1");
        Party ben = met.enters("ben", "P1");
        met.hands(anna, SEEN_THERE).changes("P1", -355);
        met.hands(ben, SEEN_THERE).changes("P1", 355);

        Scenario apart = new Scenario(plan);
        Party carla = apart.enters("carla", "P1");
        Party dan = apart.enters("dan", "P5");
        apart.hands(carla, SEEN_THERE).changes("P1", -355);
        apart.hands(dan, SEEN_THERE).changes("P1", 355);

        assertThat(apart.chance(carla, COLA, 1)).isGreaterThan(met.chance(anna, COLA, 1));
    }

    @Test
    void whatStaffPutOnThePlateIsInNobodysCart() {
        //  [1: 355]
        //   S   A       staff bring three: +1065; A takes one: -355; staff take one off: -355
        Scenario s = scenario();
        Party staff = s.enters("staff", "P1");
        Party anna = s.enters("anna", "P1");
        s.belief.staff("staff");

        s.hands(staff, SEEN_THERE).hands(anna, SEEN_ELSEWHERE).changes("P1", 1065);
        s.hands(anna, SEEN_THERE).hands(staff, SEEN_ELSEWHERE).changes("P1", -355);
        s.hands(staff, SEEN_THERE).hands(anna, SEEN_ELSEWHERE).changes("P1", -355);

        assertThat(s.belief.isStaff(staff)).isTrue();
        assertThat(s.belief.isStaff(anna)).isFalse();
        assertThat(s.receipt(anna)).isEqualTo("1x1");
        assertThat(s.receipt(staff)).isEmpty();
    }

    @Test
    void whoTurnsOutToBeStaffHasNeverShopped() {
        //  [1: 355]
        //     S          S takes one, and only then is said to be staff
        Scenario s = scenario();
        Party staff = s.enters("staff", "P1");

        s.hands(staff, SEEN_THERE).changes("P1", -355);
        s.belief.staff("staff");

        assertThat(s.receipt(staff)).isEmpty();
    }

    @Test
    void aShoppersOwnThingLaidDownAndTakenAgainCostsNothing() {
        //  [1: 355]
        //     A          lays a bag of 613 g down, and takes it again
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P1", 613);
        s.hands(anna, SEEN_THERE).changes("P1", -613.5);

        assertThat(s.receipt(anna)).isEmpty();
    }

    @Test
    void aThingOfAProductsWeightThatNobodyHeldIsForeignUntilItIsTakenAgain() {
        //  [1: 355]  [2: 182]
        //     A                lays 355 g of her own on 2, of which she has taken nothing, and takes it again
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");

        s.hands(anna, SEEN_THERE).changes("P2", 355);
        s.hands(anna, SEEN_THERE).changes("P2", -355);

        assertThat(s.receipt(anna)).isEmpty();
    }

    @Test
    void somebodyInViewElsewhereDidNotPutDownWhatNobodyNearHolds() {
        //  [1: 355]  ... far away ...  [6: 182]
        //     A                           B       A takes one: -355; something as heavy comes to 6, B's hand there:
        // +355
        Scenario s = new Scenario(shop().plate("P1", COLA)
                .plate("P2", SOAP)
                .plate("P3", SOAP)
                .plate("P4", SOAP)
                .plate("P5", SOAP)
                .plate("P6", TEA));
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P6");

        s.hands(anna, SEEN_THERE).changes("P1", -355);
        s.hands(ben, SEEN_THERE).changes("P6", 355);

        assertThat(s.chance(anna, COLA, 1)).isGreaterThan(0.9);
    }

    @Test
    void aTakeBySomebodyUnseenIsInNobodysCart() {
        //  [1: 355]
        //                A is far away; nobody's hands could have reached
        Scenario s = scenario();
        Party anna = s.enters("anna", "P3");

        assertThat(s.changes("P1", -355)).isEmpty();

        assertThat(s.receipt(anna)).isEmpty();
    }

    @Test
    void aTakeThatHardlyAnybodyCouldHaveReachedIsDoubted() {
        //  [1: 355]
        //                A's hands were seen elsewhere, and no other is known
        Scenario s = scenario();
        Party anna = s.enters("anna", "P3");

        s.hands(anna, 1e-3).changes("P1", -355);

        assertThat(s.chance(anna, COLA, 1)).isLessThan(0.6);
    }

    @Test
    void twoWhoTakeFromOnePlateAtOnceMayHaveOneEach() {
        //  [1: 355]
        //    A B         both hands were seen there, -710 in one disturbance
        Scenario s = scenario();
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P1");

        s.hands(anna, SEEN_THERE).hands(ben, SEEN_THERE).changes("P1", -710);
        assertThat(s.chance(anna, COLA, 1)).isGreaterThan(0.2);

        // B alone puts one back, and A alone puts one back: only one each explains both.
        s.hands(ben, SEEN_THERE).changes("P1", 355);
        s.hands(anna, SEEN_THERE).changes("P1", 355);

        assertThat(s.receipt(anna)).isEmpty();
        assertThat(s.receipt(ben)).isEmpty();
    }
}
