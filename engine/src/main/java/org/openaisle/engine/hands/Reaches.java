package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.List;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Observation.ItemReading;

/** Who could have moved what a plate felt. Everything is told in event order; the answers depend on nothing else. */
public interface Reaches extends Serializable {
    /** What is in a hand shows from so long before it is put down, and until so long after it was taken. */
    long SHOWN_BEFORE_MILLIS = 2_800;

    long SHOWN_AFTER_MILLIS = 2_300;

    void read(ItemReading reading);

    /** Every party that could have reached the change's plates while they moved, by the party's id. */
    List<Reach> reaches(WeightChange change);

    /** The item readings of what {@code party} may have held between two moments, with the share of belief that it was theirs. */
    List<HeldItem> held(Party party, long from, long to);

    /**
     * The things that came away from a change's plates ({@code taken}), or were brought there, as far as readings showed them.
     *
     * @param others what else is known to have moved about that time: nothing is followed through another move
     */
    List<HeldThing> things(WeightChange change, boolean taken, List<WeightChange> others);

    /** Hands of different parties that met after {@code from}, until {@code to}; to be asked once, in the order of time. */
    List<Meeting> meetings(long from, long to);

    /** Forgets readings before {@code t}. */
    void forget(long t);

    /** The same as they are now, to be asked in passing: what these answer later is as if nobody had. */
    Reaches fork();
}
