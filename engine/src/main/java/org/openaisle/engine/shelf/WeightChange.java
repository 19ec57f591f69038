package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.List;

/**
 * A settled step of a plate, or of neighbouring plates that changed together because one unit rests on several.
 *
 * @param parts one for each plate, in the shelf's order
 * @param startedAt when the first plate was disturbed; {@code endedAt} when the last came to rest
 * @param movedFrom the weight itself moved from then ...
 * @param movements what it is made of, in order, when the weight nearly came to rest in between: maybe several hands' doing
 * @param swing how far a plate went that came back to where it was; {@link Swing#NONE} of a plate that did not
 */
public record WeightChange(
        List<Part> parts,
        long startedAt,
        long endedAt,
        long movedFrom,
        long movedTo,
        List<WeightChange> movements,
        Swing swing)
        implements Serializable {
    /** One plate's share: what it gained (negative: lost), and the standard deviation of that. */
    public record Part(String plateId, double deltaGrams, double sigmaGrams) implements Serializable {}

    public WeightChange {
        parts = List.copyOf(parts);
        movements = List.copyOf(movements);
    }

    /** A change in one go. */
    public WeightChange(List<Part> parts, long startedAt, long endedAt, long movedFrom, long movedTo) {
        this(parts, startedAt, endedAt, movedFrom, movedTo, List.of(), Swing.NONE);
    }

    WeightChange of(List<WeightChange> consecutive) {
        return new WeightChange(parts, startedAt, endedAt, movedFrom, movedTo, consecutive, swing);
    }

    /** Whether the plate was touched, and is as heavy as before: nothing moved, or one thing came for another. */
    public boolean isTouch() {
        return swing.grams() > 0;
    }

    public double deltaGrams() {
        double sum = 0;
        for (Part p : parts) {
            sum += p.deltaGrams;
        }
        return sum;
    }

    /** Standard deviation of {@link #deltaGrams}. */
    public double sigmaGrams() {
        double sum = 0;
        for (Part p : parts) {
            sum += p.sigmaGrams * p.sigmaGrams;
        }
        return Math.sqrt(sum);
    }

    /** The plate whose share is the largest: the contract counts a unit there. */
    public String mainPlate() {
        Part best = parts.get(0);
        for (Part p : parts) {
            if (Math.abs(p.deltaGrams) > Math.abs(best.deltaGrams)) {
                best = p;
            }
        }
        return best.plateId;
    }
}
