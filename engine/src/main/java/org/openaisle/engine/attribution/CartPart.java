package org.openaisle.engine.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.openaisle.model.Gtin;

/**
 * One independent part of a cart: the alternatives for some goods, whose probabilities sum to one.
 *
 * @param variants heaviest first
 */
public record CartPart(List<Variant> variants) {
    /** Units by product, without zeros. */
    public record Variant(SortedMap<Gtin, Integer> units, double probability) {}

    /** The probability of exactly so many units of a product. */
    public double probability(Gtin gtin, int units) {
        return variants.stream()
                .filter(v -> v.units().getOrDefault(gtin, 0) == units)
                .mapToDouble(Variant::probability)
                .sum();
    }

    public CartPart {
        variants = variants.stream()
                .sorted(Comparator.comparingDouble(Variant::probability).reversed())
                .toList();
    }
}
