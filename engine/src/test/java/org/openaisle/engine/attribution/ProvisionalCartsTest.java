package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.openaisle.engine.attribution.Scenario.NEAR;
import static org.openaisle.engine.attribution.Scenario.SEEN_ELSEWHERE;
import static org.openaisle.engine.attribution.Scenario.SEEN_THERE;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** Looking ahead at what waiting changes will do to carts, and leaving everything as it was. */
class ProvisionalCartsTest {
    private static final int COLA = 1;
    private static final int TEA = 2;
    private static final int SOAP = 3;
    private static final long T = 1_700_000_100_000L;

    private final Scenario s = scenario();

    private static Scenario scenario() {
        return new Scenario(ShopPlan.empty()
                .knows(COLA, 355)
                .knows(TEA, 358)
                .knows(SOAP, 520)
                .plate("P1", COLA)
                .plate("P2", TEA)
                .plate("P3", SOAP));
    }

    private static WeightChange waiting(String plate, double grams) {
        return new WeightChange(List.of(new WeightChange.Part(plate, grams, 1)), T - 1200, T, T - 900, T - 600);
    }

    private static double chance(ProvisionalCarts carts, Party party, int product, int units) {
        return carts.cart(party).stream()
                .filter(part -> part.variants().stream().anyMatch(v -> v.units().containsKey(ShopPlan.gtin(product))))
                .mapToDouble(part -> part.probability(ShopPlan.gtin(product), units))
                .findFirst()
                .orElse(units == 0 ? 1 : 0);
    }

    @Test
    void aWaitingTakeIsInTheProvisionalCartAndNotInTheBelief() {
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P3");
        WeightChange take = waiting("P1", -355);

        s.hands(anna, SEEN_THERE).hands(ben, SEEN_ELSEWHERE);
        ProvisionalCarts carts = s.belief.provisionalCarts(List.of(take));

        assertThat(chance(carts, anna, COLA, 1)).isGreaterThan(0.9);
        assertThat(carts.touched().get(anna)).containsExactly(take);
        assertThat(s.belief.cart(anna)).isEmpty();
        assertThat(s.belief.incidents(anna)).isEmpty();
        assertThat(s.belief.stockChanges(T)).isEmpty();
    }

    @Test
    void aWaitingPutBackFollowsOnAWaitingTake() {
        Party anna = s.enters("anna", "P1");
        s.hands(anna, SEEN_THERE);

        List<WeightChange> both = List.of(waiting("P1", -355), waiting("P1", 355));

        assertThat(chance(s.belief.provisionalCarts(both), anna, COLA, 0)).isGreaterThan(0.9);
        assertThat(s.belief.provisionalCarts(both).touched().get(anna)).isEqualTo(both);
    }

    @Test
    void whatIsTakenProvisionallyIsAsProbableAsItWillBeWhenNothingNewIsLearnt() {
        Party anna = s.enters("anna", "P1");
        Party ben = s.enters("ben", "P2");
        s.hands(anna, NEAR).hands(ben, NEAR).changes("P1", -355);

        s.hands(anna, NEAR).hands(ben, 3 * NEAR);
        ProvisionalCarts carts = s.belief.provisionalCarts(List.of(waiting("P1", -710)));
        s.changes("P1", -710);

        for (int units = 0; units <= 3; units++) {
            assertThat(chance(carts, anna, COLA, units)).isCloseTo(s.chance(anna, COLA, units), within(1e-9));
            assertThat(chance(carts, ben, COLA, units)).isCloseTo(s.chance(ben, COLA, units), within(1e-9));
        }
    }

    @Test
    void readingsAreWeighedButAskedForInPassingOnly() {
        Scenario twins =
                new Scenario(ShopPlan.empty().knows(COLA, 355).knows(TEA, 355).plate("P1", COLA, TEA));
        Party anna = twins.enters("anna", "P1");
        twins.hands(anna, SEEN_THERE).reads(anna, TEA, 0.9).reads(anna, TEA, 0.8);

        ProvisionalCarts carts = twins.belief.provisionalCarts(List.of(waiting("P1", -355)));

        assertThat(chance(carts, anna, TEA, 1)).isGreaterThan(0.8);
        assertThat(twins.askedForReadings()).isZero();
    }

    @Test
    void whoLooksAheadAllTheTimeEndsWithTheSameEvidenceCartsAndStock() {
        for (long seed = 1; seed <= 20; seed++) {
            Scenario looking = scenario();
            Scenario plain = scenario();
            for (Scenario each : List.of(looking, plain)) {
                Random random = new Random(seed);
                Party[] people = {each.enters("anna", "P1"), each.enters("ben", "P2"), each.enters("eve", "P3")};
                for (int i = 0; i < 20; i++) {
                    for (Party party : people) {
                        each.hands(party, Math.exp(2 * random.nextGaussian()));
                        each.reads(party, 1 + random.nextInt(3), random.nextDouble());
                    }
                    String plate = "P" + (1 + random.nextInt(3));
                    double grams = random.nextInt(6) == 0
                            ? 900 * random.nextGaussian()
                            : new double[] {355, 358, 520}[random.nextInt(3)] * (random.nextInt(3) == 0 ? 1 : -1);
                    // Things that are no product, and products that nobody has moved yet, get numbers on the way.
                    List<WeightChange> ahead = List.of(
                            waiting("P3", -358), waiting(plate, grams), waiting("P1", 777), waiting("P2", -520));
                    if (each == looking) {
                        assertThat(each.belief.provisionalCarts(ahead).touched())
                                .isNotEmpty();
                    }
                    each.changes(plate, grams);
                }
            }
            for (int i = 0; i < 3; i++) {
                Party seen = looking.belief.present().get(i);
                Party same = plain.belief.present().get(i);
                assertThat(looking.belief.cart(seen))
                        .as("cart %d, seed %d", i, seed)
                        .isEqualTo(plain.belief.cart(same));
                assertThat(looking.belief.evidence(seen))
                        .as("evidence %d, seed %d", i, seed)
                        .isEqualTo(plain.belief.evidence(same));
            }
            assertThat(looking.belief.stockChanges(T)).as("seed %d", seed).isEqualTo(plain.belief.stockChanges(T));
        }
    }
}
