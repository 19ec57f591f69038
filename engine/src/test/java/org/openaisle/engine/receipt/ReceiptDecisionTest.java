package org.openaisle.engine.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.attribution.CartPart;
import org.openaisle.engine.attribution.CartPart.Variant;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.layout.Varied;
import org.openaisle.model.Decision.Line;
import org.openaisle.model.Gtin;

/** The receipt of least expected loss, from beliefs given by hand. */
class ReceiptDecisionTest {
    private static final ReceiptParameters PARAMETERS = ReceiptParameters.defaults();
    private static final Gtin COLA = ShopPlan.gtin(1);
    private static final Gtin TEA = ShopPlan.gtin(2);
    private static final Gtin SOAP = ShopPlan.gtin(3);

    private static Variant variant(double probability, Map<Gtin, Integer> units) {
        return new Variant(new TreeMap<>(units), probability);
    }

    private static ReceiptDecision decide(CartPart... parts) {
        return ReceiptDecision.of(List.of(parts), 0, gtin -> 1, PARAMETERS);
    }

    private static Map<Gtin, Integer> units(ReceiptDecision receipt) {
        Map<Gtin, Integer> units = new TreeMap<>();
        receipt.lines().forEach(line -> units.put(line.gtin(), line.quantity()));
        return units;
    }

    @Test
    void anEmptyCartIsAReceiptWithoutLinesThatNobodyNeedsToLookAt() {
        ReceiptDecision receipt = decide();

        assertThat(receipt.lines()).isEmpty();
        assertThat(receipt.review()).isFalse();
        assertThat(receipt.confidence()).isGreaterThan(0.9);
    }

    @Test
    void whatIsCertainIsChargedWithoutReview() {
        ReceiptDecision receipt = decide(new CartPart(List.of(variant(1, Map.of(COLA, 2)))));

        assertThat(receipt.lines()).containsExactly(new Line(COLA, 2, 1));
        assertThat(receipt.review()).isFalse();
    }

    @Test
    void evenOddsAreDecidedForTheShopper() {
        ReceiptDecision receipt = decide(new CartPart(List.of(variant(0.5, Map.of(COLA, 1)), variant(0.5, Map.of()))));

        assertThat(receipt.lines()).isEmpty();
    }

    @Test
    void whatIsRatherWrongThanRightIsShownToAPerson() {
        ReceiptDecision receipt = decide(new CartPart(
                List.of(variant(0.45, Map.of()), variant(0.3, Map.of(COLA, 1)), variant(0.25, Map.of(COLA, 2)))));

        assertThat(receipt.review()).isTrue();
    }

    @Test
    void betweenOneUnitAndTwoEvenOddsChargeOne() {
        ReceiptDecision receipt =
                decide(new CartPart(List.of(variant(0.5, Map.of(COLA, 2)), variant(0.5, Map.of(COLA, 1)))));

        assertThat(units(receipt)).isEqualTo(Map.of(COLA, 1));
        assertThat(receipt.lines().getFirst().probability()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aLittleDoubtStillCharges() {
        ReceiptDecision receipt =
                decide(new CartPart(List.of(variant(0.95, Map.of(COLA, 1)), variant(0.05, Map.of()))));

        assertThat(units(receipt)).isEqualTo(Map.of(COLA, 1));
        assertThat(receipt.lines().getFirst().probability()).isCloseTo(0.95, within(1e-9));
        assertThat(receipt.review()).isFalse();
    }

    @Test
    void whatTheAlternativesShareKeepsItsOwnProbability() {
        ReceiptDecision receipt = decide(
                new CartPart(List.of(variant(0.6, Map.of(COLA, 1, TEA, 1)), variant(0.4, Map.of(COLA, 1, SOAP, 1)))));

        assertThat(receipt.lines())
                .filteredOn(line -> line.gtin().equals(COLA))
                .allSatisfy(line -> assertThat(line.probability()).isCloseTo(1, within(1e-9)));
        assertThat(units(receipt)).containsEntry(COLA, 1);
    }

    @Test
    void partsAreIndependentSoTheirConfidencesMultiply() {
        CartPart one = new CartPart(List.of(variant(0.9, Map.of(COLA, 1)), variant(0.1, Map.of())));
        CartPart other = new CartPart(List.of(variant(0.8, Map.of(TEA, 1)), variant(0.2, Map.of())));
        CartPart sureOfOne = new CartPart(List.of(variant(1, Map.of(COLA, 1))));
        CartPart sureOfOther = new CartPart(List.of(variant(1, Map.of(TEA, 1))));
        double sure = decide(sureOfOne, sureOfOther).confidence();

        assertThat(decide(one, other).confidence())
                .isCloseTo(Math.pow(0.9 * 0.8, PARAMETERS.doubtExponent()) * sure, within(1e-9));
    }

    @Test
    void aBiggerBasketIsBelievedLessThoughEveryPartIsSure() {
        CartPart small = new CartPart(List.of(variant(1, Map.of(COLA, 1))));
        CartPart big = new CartPart(List.of(variant(1, Map.of(COLA, 9))));

        assertThat(decide(big).confidence()).isLessThan(decide(small).confidence());
        assertThat(decide().confidence()).isGreaterThan(decide(small).confidence());
    }

    @Test
    void manySmallDoubtsTogetherAskForReview() {
        List<CartPart> parts = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            parts.add(new CartPart(List.of(variant(0.92, Map.of(ShopPlan.gtin(i), 1)), variant(0.08, Map.of()))));
        }
        ReceiptDecision receipt = ReceiptDecision.of(parts, 0, gtin -> 1, PARAMETERS);

        assertThat(receipt.lines()).hasSize(12);
        assertThat(receipt.review()).isTrue();
    }

    @Test
    void linesComeByGtinInWhateverOrderThePartsAre() {
        CartPart cola = new CartPart(List.of(variant(1, Map.of(COLA, 1))));
        CartPart tea = new CartPart(List.of(variant(1, Map.of(TEA, 1, SOAP, 3))));

        assertThat(decide(tea, cola).lines()).extracting(Line::gtin).containsExactly(COLA, TEA, SOAP);
        assertThat(decide(tea, cola)).isEqualTo(decide(cola, tea));
    }

    @Test
    void theDearerAnOverchargeTheLessIsCharged() {
        CartPart doubtful = new CartPart(List.of(variant(0.7, Map.of(COLA, 1)), variant(0.3, Map.of())));
        ReceiptParameters lenient = Varied.of(ReceiptParameters.class, PARAMETERS, Map.of("overcharge", 100.0));
        ReceiptParameters strict =
                Varied.of(ReceiptParameters.class, PARAMETERS, Map.of("overcharge", 0.0, "undercharge", 100.0));

        assertThat(ReceiptDecision.of(List.of(doubtful), 0, gtin -> 1, lenient).lines())
                .isEmpty();
        assertThat(ReceiptDecision.of(List.of(doubtful), 0, gtin -> 1, strict).lines())
                .hasSize(1);
    }

    @Test
    void noVariantWouldHaveCostLessThanTheOneChosen() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            CartPart part = randomPart(random);
            Map<Gtin, Integer> chosen = units(ReceiptDecision.of(List.of(part), 0, gtin -> 1, PARAMETERS));
            double paid = expectedLoss(chosen, part);
            for (Variant v : part.variants()) {
                assertThat(paid)
                        .as("expected loss of %s against %s with seed %d", chosen, v.units(), seed)
                        .isLessThanOrEqualTo(expectedLoss(v.units(), part) + 1e-9);
            }
        }
    }

    private static CartPart randomPart(Random random) {
        Map<SortedMap<Gtin, Integer>, Double> weights = new LinkedHashMap<>();
        double all = 0;
        for (int i = 0; i <= random.nextInt(5); i++) {
            SortedMap<Gtin, Integer> units = new TreeMap<>();
            for (Gtin gtin : List.of(COLA, TEA, SOAP)) {
                int n = random.nextInt(4) - 1;
                if (n > 0) {
                    units.put(gtin, n);
                }
            }
            double weight = random.nextDouble();
            if (weights.putIfAbsent(units, weight) == null) {
                all += weight;
            }
        }
        List<Variant> variants = new ArrayList<>();
        for (Map.Entry<SortedMap<Gtin, Integer>, Double> e : weights.entrySet()) {
            variants.add(new Variant(e.getKey(), e.getValue() / all));
        }
        return new CartPart(variants);
    }

    private static double expectedLoss(Map<Gtin, Integer> charged, CartPart part) {
        double expected = 0;
        for (Variant v : part.variants()) {
            double loss = charged.equals(v.units()) ? 0 : PARAMETERS.wrong();
            for (Gtin gtin : List.of(COLA, TEA, SOAP)) {
                int over = charged.getOrDefault(gtin, 0) - v.units().getOrDefault(gtin, 0);
                loss += over > 0 ? over * PARAMETERS.overcharge() : -over * PARAMETERS.undercharge();
            }
            expected += v.probability() * loss;
        }
        return expected;
    }
}
