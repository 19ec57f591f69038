package org.openaisle.engine.hands;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.Party;

/**
 * How well one party's hands fit a weight change.
 *
 * @param party whose; null for people that are nobody's party (and for nobody at all)
 * @param likelihood relative to somebody of whom nothing is known but that they stood near enough
 * @param at when it was, as far as that is known: in a stretch that a fault hid, the moment at which the hands fit best
 * @param along where along the change's plates the hand was
 */
public record Reach(
        @Nullable Party party,
        double likelihood,
        long at,
        @Nullable Along along) implements Serializable {
    /** Metres along the shelf from the first plate's {@code from}, with the standard deviation. */
    public record Along(double metres, double sdMetres) implements Serializable {}
}
