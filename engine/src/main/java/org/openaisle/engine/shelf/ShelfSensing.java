package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;

/** What the plates say. Everything is told in event order; the answers depend on nothing else. */
public interface ShelfSensing extends Serializable {
    void weigh(WeightSamples samples);

    /** The changes that event time {@code t} completes, by {@link WeightChange#startedAt}. */
    List<WeightChange> advance(long t);

    /**
     * What {@link #advance} is likely to say soon, as well as it is known now: settled steps whose new level is still being
     * averaged, or that wait for a neighbour. Asking changes nothing.
     */
    default List<WeightChange> settling(long t) {
        return List.of();
    }

    /** The plates that move now, as changes of which nothing is known but that they have begun. Asking changes nothing. */
    default List<WeightChange> restless(long t) {
        return List.of();
    }

    /** The start of the earliest disturbance that has not become a change yet; {@link Long#MAX_VALUE} when all plates are at rest. */
    long openSince();

    /** The plates that, as far as is known now, felt nothing at some time between two moments: stuck, dead or silent. */
    default Set<String> numb(long from, long to) {
        return Set.of();
    }

    /** What has changed in the plates' health since this was last asked. */
    List<SensorHealth> health();
}
