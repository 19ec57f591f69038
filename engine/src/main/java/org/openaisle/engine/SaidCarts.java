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
final class SaidCarts implements Serializable {
    private static final long serialVersionUID = 1;
    /** A line that rests on a provisional explanation is said from this probability on; below, it waits for the final one. */
    private static final double LIKELY = 0.6;

    /** Units in a cart, and the probability of so many. */
    private record Line(int units, double probability) {
        static final Line NONE = new Line(0, 1);
    }

    private final Map<Integer, TreeMap<Gtin, Integer>> said = new TreeMap<>();

    /**
     * The differences of a cart, as most probably it is, from what was said before.
     *
     * @param cart as far as can be told now, and {@code explained} without what was only explained provisionally
     */
    List<CartChanged> update(long t, long happenedAt, Party party, List<CartPart> cart, List<CartPart> explained) {
        TreeMap<Gtin, Integer> before = said.computeIfAbsent(party.id(), p -> new TreeMap<>());
        SortedMap<Gtin, Line> now = lines(cart);
        SortedMap<Gtin, Line> sure = lines(explained);
        TreeSet<Gtin> gtins = new TreeSet<>(before.keySet());
        gtins.addAll(now.keySet());
        gtins.addAll(sure.keySet());
        List<CartChanged> changes = new ArrayList<>();
        for (Gtin gtin : gtins) {
            int units = before.getOrDefault(gtin, 0);
            Line line = now.getOrDefault(gtin, Line.NONE);
            if (line.units != units && line.probability < LIKELY) {
                line = sure.getOrDefault(gtin, Line.NONE);
            }
            if (line.units != units) {
                before.put(gtin, line.units);
                changes.add(
                        new CartChanged(t, happenedAt, party.token(), gtin, line.units, Math.min(1, line.probability)));
            }
        }
        return changes;
    }

    private static SortedMap<Gtin, Line> lines(List<CartPart> cart) {
        SortedMap<Gtin, Line> lines = new TreeMap<>();
        for (CartPart part : cart) {
            CartPart.Variant best = part.variants().getFirst();
            for (CartPart.Variant variant : part.variants()) {
                for (Gtin gtin : variant.units().keySet()) {
                    int units = best.units().getOrDefault(gtin, 0);
                    lines.put(gtin, new Line(units, part.probability(gtin, units)));
                }
            }
        }
        return lines;
    }

    void forget(Party party) {
        said.remove(party.id());
    }
}
