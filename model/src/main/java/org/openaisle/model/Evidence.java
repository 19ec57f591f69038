package org.openaisle.model;

import java.io.Serializable;
import java.util.List;

/**
 * Why a visit was decided so: every weight change that may have been this party's, with the readings of it that were weighed.
 *
 * @param changes in the order of time
 */
public record Evidence(List<Change> changes) implements Serializable {
    public Evidence {
        changes = List.copyOf(changes);
    }

    /**
     * One weight change.
     *
     * @param plates the plate, or the neighbouring plates that changed together; none when goods were only seen in other hands
     * @param deltaGrams what it gained; negative: what was taken off
     * @param explanations what may have happened, most probable first
     * @param hands who may have done it, most probable first
     */
    public record Change(
            List<String> plates,
            long startedAt,
            long endedAt,
            double deltaGrams,
            double sigmaGrams,
            List<Explanation> explanations,
            List<Hand> hands)
            implements Serializable {
        public Change {
            plates = List.copyOf(plates);
            explanations = List.copyOf(explanations);
            hands = List.copyOf(hands);
        }
    }

    /** A reading of a change in words, with its probability. */
    public record Explanation(String what, double probability) implements Serializable {}

    /** Somebody who could have reached: their token or track, and the share that the hands alone (not the goods) give them. */
    public record Hand(String who, double probability) implements Serializable {}
}
