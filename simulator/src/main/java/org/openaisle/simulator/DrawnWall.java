package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Shelves along one wall, as a script draws them.
 *
 * @param shelves from below, each from left to right as somebody sees it who stands before it
 */
record DrawnWall(Side side, List<List<Cell>> shelves) {
    /** Which wall, seen from the gates. */
    enum Side {
        LEFT,
        BACK,
        RIGHT
    }

    /** What stands in one place: on one plate, or on as many narrow ones. */
    record Cell(List<Pile> piles, int plates) {
        private static final double WIDE = 0.5;
        private static final double NARROW = 0.15;

        double metres() {
            return plates == 1 ? WIDE : plates * NARROW;
        }
    }

    /** Units of one product. */
    record Pile(String product, double grams, int units) {
        /** What flavours of one product have in common: the name up to the hyphen. */
        String family() {
            int hyphen = product.indexOf('-');
            return hyphen < 0 ? product : product.substring(0, hyphen);
        }
    }

    double metres() {
        double most = 0;
        for (List<Cell> shelf : shelves) {
            most = Math.max(most, shelf.stream().mapToDouble(Cell::metres).sum());
        }
        return most;
    }

    /** Heights of the shelves, from below, where hands and eyes find them. */
    double[] heights() {
        double[] heights = new double[shelves.size()];
        for (int s = 0; s < heights.length; s++) {
            heights[s] = heights.length == 1 ? 0.95 : 0.4 + 0.85 * s / (heights.length - 1);
        }
        return heights;
    }

    /** Of each shelf, where its plates begin and end: shares of the wall's length. */
    List<double[]> edges() {
        List<double[]> edges = new ArrayList<>();
        for (List<Cell> shelf : shelves) {
            double[] along = new double[shelf.stream().mapToInt(Cell::plates).sum() + 1];
            int next = 0;
            for (Cell cell : shelf) {
                for (int i = 0; i < cell.plates; i++) {
                    along[next + 1] = along[next++] + cell.metres() / cell.plates / metres();
                }
            }
            edges.add(along);
        }
        return edges;
    }
}
