package org.openaisle.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openaisle.engine.attribution.CartPart;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output.CartChanged;

/** What has been said of everybody's cart, so that only differences are said. */
final class LiveCarts implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<Integer, TreeMap<Gtin, Integer>> said = new TreeMap<>();

    /** The differences of a cart, as most probably it is, from what was said before. */
    List<CartChanged> update(long t, long happenedAt, Party party, List<CartPart> cart) {
        SortedMap<Gtin, Integer> now = new TreeMap<>();
        SortedMap<Gtin, Double> probabilities = new TreeMap<>();
        for (CartPart part : cart) {
            CartPart.Variant best = part.variants().getFirst();
            part.variants()
                    .forEach(v -> v.units().keySet().forEach(gtin -> {
                        int units = best.units().getOrDefault(gtin, 0);
                        now.put(gtin, units);
                        probabilities.put(
                                gtin,
                                part.variants().stream()
                                        .filter(w -> w.units().getOrDefault(gtin, 0) == units)
                                        .mapToDouble(CartPart.Variant::probability)
                                        .sum());
                    }));
        }
        TreeMap<Gtin, Integer> before = said.computeIfAbsent(party.id(), p -> new TreeMap<>());
        List<CartChanged> changes = new ArrayList<>();
        TreeSet<Gtin> both = new TreeSet<>(now.keySet());
        both.addAll(before.keySet());
        for (Gtin gtin : both) {
            int units = now.getOrDefault(gtin, 0);
            if (units != before.getOrDefault(gtin, 0)) {
                before.put(gtin, units);
                double p = Math.min(1, probabilities.getOrDefault(gtin, 1.0));
                changes.add(new CartChanged(t, happenedAt, party.token(), gtin, units, p));
            }
        }
        return changes;
    }

    void forget(Party party) {
        said.remove(party.id());
    }
}
