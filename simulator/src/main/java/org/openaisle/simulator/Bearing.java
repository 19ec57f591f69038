package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Plate;

/** A plate under a board, with the share of the board's load that it carries. */
record Bearing(Plate plate, double share) {
    /** The plates under one board: the middle one carries most, the others as it comes. */
    static List<Bearing> of(List<Plate> plates, Dice dice) {
        double[] weights = new double[plates.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i == middle(weights.length) ? 1.5 : dice.uniform(0.6, 1.2);
            sum += weights[i];
        }
        List<Bearing> bearings = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            bearings.add(new Bearing(plates.get(i), weights[i] / sum));
        }
        return bearings;
    }

    /** Which of so many plates carries most. */
    static int middle(int plates) {
        return plates / 2;
    }
}
