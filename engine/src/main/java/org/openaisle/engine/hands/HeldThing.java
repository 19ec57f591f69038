package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openaisle.model.Observation.ItemReading;

/**
 * One thing on its way between a shelf and a hand, as readings from all cameras followed it.
 *
 * @param readings what they said of it, in the order of time
 * @param shares by party: the probability that it was in a hand of theirs; what is missing to 1 is nobody's
 */
public record HeldThing(List<ItemReading> readings, SortedMap<Integer, Double> shares) implements Serializable {
    public HeldThing {
        readings = List.copyOf(readings);
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** The probability that it was in one of the party's hands. */
    public double share(int party) {
        return shares.getOrDefault(party, 0.0);
    }
}
