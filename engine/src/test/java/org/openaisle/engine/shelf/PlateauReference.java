package org.openaisle.engine.shelf;

import java.util.ArrayList;
import java.util.List;

/**
 * The slow and obvious way to find steps, with all samples at hand: every sample belongs to a plateau or is disturbed; of
 * all ways to cut, the one of least squares, with a price for every plateau and every disturbed sample.
 */
final class PlateauReference {
    private static final int SHORTEST = 12;
    private static final double PLATEAU_PRICE = 60;
    private static final double DISTURBED_PRICE = 14;
    private static final double LEAST_GRAMS = 10;

    private PlateauReference() {}

    /** The differences between successive plateaus. */
    static List<Double> steps(List<PlateModel.Sample> samples, double noise) {
        int n = samples.size();
        double[] sum = new double[n + 1];
        double[] squares = new double[n + 1];
        double base = samples.getFirst().grams();
        for (int i = 0; i < n; i++) {
            double v = (samples.get(i).grams() - base) / noise;
            sum[i + 1] = sum[i] + v;
            squares[i + 1] = squares[i] + v * v;
        }
        double[] least = new double[n + 1];
        int[] from = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            least[end] = least[end - 1] + DISTURBED_PRICE;
            from[end] = -1;
            for (int begin = 0; begin + SHORTEST <= end; begin++) {
                double total = sum[end] - sum[begin];
                double cost =
                        least[begin] + PLATEAU_PRICE + squares[end] - squares[begin] - total * total / (end - begin);
                if (cost < least[end]) {
                    least[end] = cost;
                    from[end] = begin;
                }
            }
        }
        List<Double> levels = new ArrayList<>();
        for (int end = n; end > 0; end = from[end] < 0 ? end - 1 : from[end]) {
            if (from[end] >= 0) {
                levels.addFirst(noise * (sum[end] - sum[from[end]]) / (end - from[end]));
            }
        }
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            if (Math.abs(levels.get(i) - levels.get(i - 1)) > LEAST_GRAMS) {
                steps.add(levels.get(i) - levels.get(i - 1));
            }
        }
        return steps;
    }
}
