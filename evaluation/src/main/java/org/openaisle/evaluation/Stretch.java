package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Observation;
import org.openaisle.recording.EventSink;

/** A stretch of a recording, held in memory until somebody gets it at once, so that only what they do with it is timed. */
final class Stretch implements EventSink {
    static final int LENGTH = 20_000;

    /** Observations, and watermarks as Long. */
    private final List<Object> held = new ArrayList<>();

    @Override
    public void observe(Observation observation) {
        held.add(observation);
    }

    @Override
    public void advanceTo(long watermark) {
        held.add(watermark);
    }

    boolean isLong() {
        return held.size() >= LENGTH;
    }

    void playInto(EventSink sink) {
        for (Object said : held) {
            if (said instanceof Observation observation) {
                sink.observe(observation);
            } else if (said instanceof Long watermark) {
                sink.advanceTo(watermark);
            }
        }
        held.clear();
    }
}
