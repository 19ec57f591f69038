package org.openaisle.simulator;

/** Who comes into the store, and when it closes: by chance ({@link Visitors}) or as somebody wrote it down ({@link Cast}). */
interface Course {
    /** Whoever is to have come by {@code now} comes. */
    void tick(World world, long now);

    /** Whether the shop asks everybody to come to an end. */
    boolean closing(long now);
}
