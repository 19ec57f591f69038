package org.openaisle.simulator;

import org.openaisle.model.Observation;
import org.openaisle.model.Truth;

/** Whoever takes down what a simulation produces. */
public interface Recorder {
    /** The next observation in the order of arrival, at most 2 s after its own time. */
    void observation(Observation observation);

    /** Where everybody inside was, every 200 ms, by time. */
    void moment(Truth.Moment moment);
}
