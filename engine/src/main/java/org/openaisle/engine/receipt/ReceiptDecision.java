package org.openaisle.engine.receipt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openaisle.engine.attribution.CartPart;
import org.openaisle.engine.attribution.CartPart.Variant;
import org.openaisle.model.Decision.Line;
import org.openaisle.model.Gtin;

/**
 * Chooses a receipt from the independent parts of a cart.
 *
 * @param lines by GTIN; {@code confidence} that all of them are right
 */
public record ReceiptDecision(List<Line> lines, double confidence, boolean review) {
    public ReceiptDecision {
        lines = List.copyOf(lines);
    }

    /**
     * @param unnoticed the probability that something was taken or put back which no part of the cart knows of
     * @param worth what a unit costs, the mean over the catalogue being 1: an error costs what it moves
     */
    public static ReceiptDecision of(
            List<CartPart> cart, double unnoticed, ToDoubleFunction<Gtin> worth, ReceiptParameters parameters) {
        List<Line> lines = new ArrayList<>();
        double model = 1 - unnoticed;
        int sum = 0;
        for (CartPart part : cart) {
            SortedMap<Gtin, Integer> chosen = choose(part, worth, parameters);
            model *= part.variants().stream()
                    .filter(v -> v.units().equals(chosen))
                    .mapToDouble(Variant::probability)
                    .sum();
            for (Map.Entry<Gtin, Integer> line : chosen.entrySet()) {
                sum += line.getValue();
                lines.add(new Line(line.getKey(), line.getValue(), probability(part, line.getKey(), line.getValue())));
            }
        }
        lines.sort(Comparator.comparing(Line::gtin));
        double confidence = Math.min(
                1,
                parameters.baseConfidence()
                        * StrictMath.pow(parameters.unitConfidence(), sum)
                        * StrictMath.pow(model, parameters.doubtExponent()));
        return new ReceiptDecision(lines, confidence, confidence < parameters.reviewBelow());
    }

    /** The units of least expected loss, among the variants and what the two heaviest have in common. */
    private static SortedMap<Gtin, Integer> choose(
            CartPart part, ToDoubleFunction<Gtin> worth, ReceiptParameters parameters) {
        List<SortedMap<Gtin, Integer>> options = new ArrayList<>();
        part.variants().stream().limit(20).forEach(v -> options.add(v.units()));
        if (options.size() > 1) {
            options.add(common(options.get(0), options.get(1)));
        }
        SortedMap<Gtin, Integer> best = options.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (SortedMap<Gtin, Integer> option : options) {
            double loss = 0;
            for (Variant v : part.variants()) {
                loss += v.probability() * loss(option, v.units(), worth, parameters);
            }
            if (loss < least - 1e-12) {
                least = loss;
                best = option;
            }
        }
        return best;
    }

    private static SortedMap<Gtin, Integer> common(Map<Gtin, Integer> a, Map<Gtin, Integer> b) {
        SortedMap<Gtin, Integer> both = new TreeMap<>();
        a.forEach((gtin, units) -> {
            int n = Math.min(units, b.getOrDefault(gtin, 0));
            if (n > 0) {
                both.put(gtin, n);
            }
        });
        return both;
    }

    private static double loss(
            Map<Gtin, Integer> charged, Map<Gtin, Integer> taken, ToDoubleFunction<Gtin> worth, ReceiptParameters p) {
        double loss = charged.equals(taken) ? 0 : p.wrong();
        for (Map.Entry<Gtin, Integer> line : charged.entrySet()) {
            loss += p.overcharge()
                    * worth.applyAsDouble(line.getKey())
                    * Math.max(0, line.getValue() - taken.getOrDefault(line.getKey(), 0));
        }
        for (Map.Entry<Gtin, Integer> line : taken.entrySet()) {
            loss += p.undercharge()
                    * worth.applyAsDouble(line.getKey())
                    * Math.max(0, line.getValue() - charged.getOrDefault(line.getKey(), 0));
        }
        return loss;
    }

    private static double probability(CartPart part, Gtin gtin, int units) {
        double p = 0;
        for (Variant v : part.variants()) {
            if (v.units().getOrDefault(gtin, 0) == units) {
                p += v.probability();
            }
        }
        return Math.min(1, p);
    }
}
