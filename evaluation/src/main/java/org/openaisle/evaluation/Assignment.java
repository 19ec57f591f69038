package org.openaisle.evaluation;

import java.util.Arrays;

/**
 * Minimum-cost assignment by the Hungarian method with potentials (shortest augmenting paths, O(n^2 m)). Where several
 * assignments cost the same, the choice follows from the order of rows and columns as in the contract's
 * {@code score_tracks.py}, so that both scorers say the same.
 */
final class Assignment {
    private Assignment() {}

    /** For every row its column, -1 where there are more rows than columns and it got none. */
    static int[] solve(double[][] cost, int columns) {
        int rows = cost.length;
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        if (rows == 0 || columns == 0) {
            return columnOf;
        }
        if (rows <= columns) {
            return solveWide(cost, columns);
        }
        double[][] turned = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = cost[i][j];
            }
        }
        int[] rowOf = solveWide(turned, rows);
        for (int j = 0; j < columns; j++) {
            columnOf[rowOf[j]] = j;
        }
        return columnOf;
    }

    /** At least as many columns as rows. Index 0 is a dummy row and column, from which every search starts. */
    private static int[] solveWide(double[][] cost, int m) {
        int n = cost.length;
        double[] u = new double[n + 1];
        double[] v = new double[m + 1];
        int[] rowOf = new int[m + 1];
        int[] way = new int[m + 1];
        double[] low = new double[m + 1];
        boolean[] done = new boolean[m + 1];
        for (int i = 1; i <= n; i++) {
            rowOf[0] = i;
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(done, false);
            int j0 = 0;
            do {
                done[j0] = true;
                int j1 = relax(cost[rowOf[j0] - 1], u[rowOf[j0]], v, j0, low, done, way);
                double delta = low[j1];
                for (int j = 0; j <= m; j++) {
                    if (done[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        low[j] -= delta;
                    }
                }
                j0 = j1;
            } while (rowOf[j0] != 0);
            for (int j = j0; j != 0; j = way[j]) {
                rowOf[j] = rowOf[way[j]];
            }
        }
        int[] columnOf = new int[n];
        for (int j = 1; j <= m; j++) {
            if (rowOf[j] != 0) {
                columnOf[rowOf[j] - 1] = j - 1;
            }
        }
        return columnOf;
    }

    /** Lowers the columns' distances by way of {@code from}; returns the nearest column that isn't done. */
    private static int relax(double[] row, double u, double[] v, int from, double[] low, boolean[] done, int[] way) {
        int nearest = -1;
        for (int j = 1; j < v.length; j++) {
            if (done[j]) {
                continue;
            }
            double reduced = row[j - 1] - u - v[j];
            if (reduced < low[j]) {
                low[j] = reduced;
                way[j] = from;
            }
            if (nearest < 0 || low[j] < low[nearest]) {
                nearest = j;
            }
        }
        return nearest;
    }
}
