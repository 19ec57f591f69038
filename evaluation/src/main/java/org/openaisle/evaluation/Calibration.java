package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stated probabilities against what came true: the Brier score, and the expected calibration error with ten equally
 * wide bins (Naeini, Cooper and Hauskrecht, AAAI 2015).
 */
final class Calibration {
    private static final int BINS = 10;

    private record Pair(double stated, int came) {}

    private final List<Pair> pairs = new ArrayList<>();

    void add(double stated, boolean came) {
        pairs.add(new Pair(stated, came ? 1 : 0));
    }

    @Nullable
    Double brier() {
        if (pairs.isEmpty()) {
            return null;
        }
        double sum = 0;
        for (Pair p : pairs) {
            sum += (p.stated - p.came) * (p.stated - p.came);
        }
        return sum / pairs.size();
    }

    @Nullable
    Double error() {
        if (pairs.isEmpty()) {
            return null;
        }
        // In the order of first use, as the contract's scorer sums them.
        Map<Integer, double[]> bins = new LinkedHashMap<>();
        for (Pair p : pairs) {
            double[] bin = bins.computeIfAbsent(Math.min(BINS - 1, (int) (p.stated * BINS)), b -> new double[2]);
            bin[0] += p.stated;
            bin[1] += p.came;
        }
        double sum = 0;
        for (double[] bin : bins.values()) {
            sum += Math.abs(bin[0] - bin[1]);
        }
        return sum / pairs.size();
    }
}
