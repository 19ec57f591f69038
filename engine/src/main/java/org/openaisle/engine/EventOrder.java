package org.openaisle.engine;

import java.io.Serializable;
import java.util.Comparator;
import org.openaisle.model.Observation;

/** {@link Observation#EVENT_ORDER}, so that a snapshot can hold a queue in that order. */
final class EventOrder implements Comparator<Observation>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Observation a, Observation b) {
        return Observation.EVENT_ORDER.compare(a, b);
    }
}
