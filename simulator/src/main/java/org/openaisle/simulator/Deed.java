package org.openaisle.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody does in a script. Plates are named by a product that belongs there. */
sealed interface Deed {
    /** Some units of a product. */
    record Goods(String product, int units) {}

    /**
     * How somebody stands and reaches.
     *
     * @param before the plate before which they stand; null: the one into which they reach
     * @param asideMetres how far to the right of its middle
     */
    record Stance(@Nullable String before, double asideMetres, Hand hand) {}

    record Enter(List<Goods> brings) implements Deed {}

    record Take(Goods goods, String plate, Stance stance, Lifting lifting) implements Deed {}

    record Put(Goods goods, String plate, Stance stance) implements Deed {}

    /** Lays down a thing that is no product. */
    record Lay(String thing, double grams, String plate, Stance stance) implements Deed {}

    /** Takes the thing up again. */
    record Fetch(String thing, double grams, String plate, Stance stance) implements Deed {}

    /** Touches what stands there, and takes nothing. */
    record Touch(String plate, Stance stance) implements Deed {}

    record Give(String product, String to) implements Deed {}

    record Leave() implements Deed {}

    /** Goes out by a way that no sensor sees. */
    record Vanish() implements Deed {}
}
