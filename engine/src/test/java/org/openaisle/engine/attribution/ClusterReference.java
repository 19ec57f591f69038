package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The slow and obvious belief: every sequence of explanations is tried, and what each leaves in whose hands is weighed. Who
 * holds what is a text, good@holder=units, so that nothing of the engine's own is used.
 */
final class ClusterReference {
    private final List<List<Explanation>> incidents = new ArrayList<>();

    void explain(List<Explanation> explanations) {
        incidents.add(explanations);
    }

    /** Probabilities of the ways in which the goods may lie, {@code forgotten} holders left out. */
    Map<String, Double> posterior(List<Integer> forgotten) {
        Map<String, Double> weights = new TreeMap<>();
        extend(0, new TreeMap<>(), 0, forgotten, weights);
        double all = weights.values().stream().mapToDouble(w -> w).sum();
        weights.replaceAll((contents, w) -> w / all);
        return weights;
    }

    private void extend(
            int next,
            Map<String, Integer> held,
            double logWeight,
            List<Integer> forgotten,
            Map<String, Double> weights) {
        if (next == incidents.size()) {
            Map<String, Integer> left = new TreeMap<>(held);
            left.keySet().removeIf(key -> forgotten.contains(Integer.valueOf(key.substring(key.indexOf('@') + 1))));
            weights.merge(left.toString(), Math.exp(logWeight), Double::sum);
            return;
        }
        for (Explanation e : incidents.get(next)) {
            Map<String, Integer> after = new TreeMap<>(held);
            if (move(e.movements(), after)) {
                extend(next + 1, after, logWeight + e.logWeight(), forgotten, weights);
            }
        }
    }

    private static boolean move(List<Movement> movements, Map<String, Integer> held) {
        for (Movement m : movements) {
            if (m.from() != Holder.ELSEWHERE && !add(held, m.good() + "@" + m.from(), -m.units())) {
                return false;
            }
            if (m.to() != Holder.ELSEWHERE) {
                add(held, m.good() + "@" + m.to(), m.units());
            }
        }
        return true;
    }

    private static boolean add(Map<String, Integer> held, String key, int units) {
        int now = held.getOrDefault(key, 0) + units;
        if (now == 0) {
            held.remove(key);
        } else {
            held.put(key, now);
        }
        return now >= 0;
    }
}
