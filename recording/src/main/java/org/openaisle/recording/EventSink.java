package org.openaisle.recording;

import org.openaisle.model.Observation;

/** What a recording is played into: an engine, a counter, a file. */
public interface EventSink {
    /** Takes an observation; in order of arrival, none of them behind the watermark. */
    void observe(Observation observation);

    /**
     * Everything before this time has been said.
     *
     * @param watermark milliseconds since the epoch; never less than the one before
     */
    void advanceTo(long watermark);
}
