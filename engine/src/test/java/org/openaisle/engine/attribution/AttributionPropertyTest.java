package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Observation.CatalogChange;
import org.openaisle.model.Observation.PlanogramChange;
import org.openaisle.model.PlanogramRow;

/** Random shopping; every failure names the seed that repeats it. */
class AttributionPropertyTest {
    private static final double[] GRAMS = {0, 355, 182, 520, 90, 747};
    private static final String[] PLATES = {"", "P1", "P2", "P3", "P4", "P5"};

    private static Scenario scenario() {
        ShopPlan plan = ShopPlan.empty();
        for (int product = 1; product < GRAMS.length; product++) {
            plan.knows(product, GRAMS[product]);
        }
        for (int product = 1; product < GRAMS.length; product++) {
            plan.plate(PLATES[product], product);
        }
        return new Scenario(plan);
    }

    /** One step of shopping: somebody takes a unit, or puts one of theirs back on its plate. */
    private static final class Shopping {
        final Scenario scenario = scenario();
        final List<Party> people = new ArrayList<>();
        final List<Map<Integer, Integer>> carts = new ArrayList<>();
        final Random random;

        Shopping(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                people.add(scenario.enters("shopper" + i, PLATES[1 + i]));
                carts.add(new TreeMap<>());
            }
        }

        void step(double seen, double elsewhere) {
            int actor = random.nextInt(people.size());
            Map<Integer, Integer> cart = carts.get(actor);
            boolean back = !cart.isEmpty() && random.nextInt(4) == 0;
            List<Integer> held = List.copyOf(cart.keySet());
            int product = back ? held.get(random.nextInt(held.size())) : 1 + random.nextInt(GRAMS.length - 1);
            cart.merge(product, back ? -1 : 1, Integer::sum);
            cart.values().removeIf(n -> n == 0);
            for (int i = 0; i < people.size(); i++) {
                scenario.hands(people.get(i), i == actor ? seen : elsewhere);
            }
            scenario.changes(PLATES[product], (back ? 1 : -1) * GRAMS[product] + random.nextGaussian());
        }
    }

    @Test
    void whenHandsAreSeenAndWeightsDifferEveryReceiptIsRight() {
        for (long seed = 1; seed <= 40; seed++) {
            Shopping shopping = new Shopping(seed);
            for (int i = 0; i < 15; i++) {
                shopping.step(Scenario.SEEN_THERE, 1e-4);
            }
            for (int i = 0; i < shopping.people.size(); i++) {
                StringBuilder expected = new StringBuilder();
                shopping.carts
                        .get(i)
                        .forEach((product, n) ->
                                expected.append(n).append('x').append(product).append(' '));
                assertThat(shopping.scenario.receipt(shopping.people.get(i)))
                        .as("receipt of shopper %d with seed %d", i, seed)
                        .isEqualTo(expected.toString().strip());
            }
        }
    }

    @Test
    void howeverLittleIsKnownOfHandsProbabilitiesStayProbabilities() {
        for (long seed = 1; seed <= 20; seed++) {
            Shopping shopping = new Shopping(seed);
            for (int i = 0; i < 15; i++) {
                shopping.step(1, 0.8);
                for (Party party : shopping.people) {
                    for (CartPart part : shopping.scenario.belief.cart(party)) {
                        assertThat(part.variants().stream()
                                        .mapToDouble(CartPart.Variant::probability)
                                        .sum())
                                .as("sum over the variants of a part, step %d of seed %d", i, seed)
                                .isCloseTo(1, within(1e-9));
                        assertThat(part.variants())
                                .allSatisfy(v -> assertThat(v.units().values()).allMatch(n -> n > 0));
                    }
                }
            }
        }
    }

    @Test
    void theUnitsThatAllCartsAreExpectedToHoldAreThoseThatLeftThePlates() {
        for (long seed = 1; seed <= 20; seed++) {
            Shopping shopping = new Shopping(seed);
            for (int i = 0; i < 12; i++) {
                shopping.step(1, 0.5);
            }
            double expected = 0;
            double held = 0;
            for (int i = 0; i < shopping.people.size(); i++) {
                held += shopping.carts.get(i).values().stream().mapToInt(n -> n).sum();
                for (CartPart part : shopping.scenario.belief.cart(shopping.people.get(i))) {
                    for (CartPart.Variant v : part.variants()) {
                        expected += v.probability()
                                * v.units().values().stream().mapToInt(n -> n).sum();
                    }
                }
            }
            assertThat(expected).as("units in all carts with seed %d", seed).isCloseTo(held, within(0.5));
        }
    }

    @Test
    void whateverHappensIsSurvivedAndLeavesProbabilities() {
        for (long seed = 1; seed <= 25; seed++) {
            Shopping shopping = new Shopping(seed);
            Random random = shopping.random;
            Scenario scenario = shopping.scenario;
            for (int i = 0; i < 25; i++) {
                anything(shopping, random);
                for (Party party : shopping.people) {
                    for (CartPart part : scenario.belief.cart(party)) {
                        double sum = part.variants().stream()
                                .mapToDouble(CartPart.Variant::probability)
                                .sum();
                        assertThat(sum).as("sum at step %d of seed %d", i, seed).isCloseTo(1, within(1e-9));
                    }
                    assertThat(scenario.receipt(party)).isNotNull();
                    scenario.belief
                            .evidence(party)
                            .changes()
                            .forEach(change -> change.explanations()
                                    .forEach(e -> assertThat(e.probability()).isBetween(0.0, 1.0)));
                }
            }
        }
    }

    private static void anything(Shopping shopping, Random random) {
        Scenario scenario = shopping.scenario;
        for (Party party : shopping.people) {
            if (random.nextInt(3) > 0) {
                scenario.hands(party, Math.exp(8 * random.nextGaussian()));
            }
        }
        String plate = random.nextInt(30) == 0 ? "P99" : PLATES[1 + random.nextInt(PLATES.length - 1)];
        int product = 1 + random.nextInt(GRAMS.length - 1);
        switch (random.nextInt(12)) {
            case 0 -> scenario.belief.staff("shopper" + random.nextInt(shopping.people.size()));
            case 1 -> scenario.belief.forget(shopping.people.get(random.nextInt(shopping.people.size())));
            case 2 -> {
                scenario.shelving.change(
                        new PlanogramChange(0, plate, List.of(new PlanogramRow(plate, ShopPlan.gtin(product), null))));
                scenario.belief.planogramChanged(plate);
            }
            case 3 ->
                scenario.shelving.change(
                        new CatalogChange(0, List.of(ShopPlan.product(product, 20 + random.nextInt(900)))));
            case 4 -> scenario.changes(plate, 0);
            case 5 -> scenario.changes(plate, 30_000 * random.nextGaussian());
            case 6 ->
                scenario.changes(
                        new WeightChange.Part("P1", 100 * random.nextGaussian(), 1),
                        new WeightChange.Part("P2", 100 * random.nextGaussian(), 1));
            default ->
                scenario.changes(plate, (random.nextBoolean() ? -1 : 1) * GRAMS[product] * (1 + random.nextInt(2)));
        }
    }
}
