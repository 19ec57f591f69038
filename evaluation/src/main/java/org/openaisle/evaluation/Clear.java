package org.openaisle.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CLEAR measures: moment by moment, pairs of the last match are kept where they are still near, the rest is assigned by
 * distance.
 */
final class Clear {
    private static final double FAR = 1e3;
    private static final double KEPT = 10;

    private final double near;
    private final Map<Integer, Integer> last = new HashMap<>();
    private long missed;
    private long falsePositives;
    private long switches;
    private double error;
    private long matches;

    Clear(List<TrackScore.Moment> moments, double near) {
        this.near = near;
        moments.forEach(this::add);
    }

    private void add(TrackScore.Moment m) {
        int rows = m.people().length;
        int columns = m.tracks().length;
        double[][] cost = new double[rows][columns];
        for (int a = 0; a < rows; a++) {
            Integer before = last.get(m.people()[a]);
            for (int b = 0; b < columns; b++) {
                double d = m.distance()[a][b];
                boolean keep = before != null && before == m.tracks()[b] && d < near;
                cost[a][b] = (d < near ? d : FAR) - (keep ? KEPT : 0);
            }
        }
        int[] matched = Assignment.solve(cost, columns);
        int n = 0;
        for (int a = 0; a < rows; a++) {
            int b = matched[a];
            if (b >= 0 && m.distance()[a][b] < near) {
                n++;
                error += m.distance()[a][b];
                Integer before = last.put(m.people()[a], m.tracks()[b]);
                switches += before != null && before != m.tracks()[b] ? 1 : 0;
            }
        }
        matches += n;
        missed += rows - n;
        falsePositives += columns - n;
    }

    long missed() {
        return missed;
    }

    long falsePositives() {
        return falsePositives;
    }

    long switches() {
        return switches;
    }

    /** Mean distance of matched pairs, metres. */
    @Nullable
    Double meanError() {
        return matches == 0 ? null : (Double) (error / matches);
    }
}
