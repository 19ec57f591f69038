package org.openaisle.engine.shelf;

import java.io.Serializable;

/**
 * How far a disturbed plate went, in grams from the level before, and when it was away from there.
 *
 * @param lowGrams the most that was missing, zero or less: hands press, but they do not lift a plate
 */
public record Swing(double highGrams, double lowGrams, long from, long to) implements Serializable {
    public static final Swing NONE = new Swing(0, 0, 0, 0);

    public double grams() {
        return Math.max(highGrams, -lowGrams);
    }
}
