package org.openaisle.engine.tracking;

import java.util.Arrays;

/**
 * The cheapest way to give every row a column of its own, no column twice: shortest augmenting paths with dual variables.
 *
 * <p>R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 38 (1987); in the rectangular form of D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE
 * Transactions on Aerospace and Electronic Systems 52 (2016). O(rows² columns).
 */
final class Assignment {
    private Assignment() {}

    /**
     * Solves the problem; needs at least as many columns as rows.
     *
     * @param cost finite numbers by rows, {@code cost[row * columns + column]}
     * @return the column of each row
     */
    static int[] solve(double[] cost, int rows, int columns) {
        if (columns < rows) {
            throw new IllegalArgumentException("an assignment needs columns >= rows, has " + columns + " < " + rows);
        }
        double[] rowDual = new double[rows];
        double[] columnDual = new double[columns];
        int[] columnOf = new int[rows];
        int[] rowOf = new int[columns];
        Arrays.fill(columnOf, -1);
        Arrays.fill(rowOf, -1);
        double[] shortest = new double[columns];
        int[] previous = new int[columns];
        boolean[] rowDone = new boolean[rows];
        boolean[] columnDone = new boolean[columns];
        for (int start = 0; start < rows; start++) {
            Arrays.fill(shortest, Double.POSITIVE_INFINITY);
            Arrays.fill(rowDone, false);
            Arrays.fill(columnDone, false);
            double least = 0;
            int row = start;
            int sink = -1;
            while (sink < 0) {
                rowDone[row] = true;
                int next = -1;
                for (int c = 0; c < columns; c++) {
                    if (columnDone[c]) {
                        continue;
                    }
                    double path = least + cost[row * columns + c] - rowDual[row] - columnDual[c];
                    if (path < shortest[c]) {
                        shortest[c] = path;
                        previous[c] = row;
                    }
                    if (next < 0
                            || shortest[c] < shortest[next]
                            || (shortest[c] == shortest[next] && rowOf[c] < 0 && rowOf[next] >= 0)) {
                        next = c;
                    }
                }
                least = shortest[next];
                columnDone[next] = true;
                if (rowOf[next] < 0) {
                    sink = next;
                } else {
                    row = rowOf[next];
                }
            }
            rowDual[start] += least;
            for (int r = 0; r < rows; r++) {
                if (rowDone[r] && r != start) {
                    rowDual[r] += least - shortest[columnOf[r]];
                }
            }
            for (int c = 0; c < columns; c++) {
                if (columnDone[c]) {
                    columnDual[c] -= least - shortest[c];
                }
            }
            int column = sink;
            while (true) {
                int r = previous[column];
                rowOf[column] = r;
                int freed = columnOf[r];
                columnOf[r] = column;
                if (r == start) {
                    break;
                }
                column = freed;
            }
        }
        return columnOf;
    }
}
