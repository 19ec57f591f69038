package org.openaisle.evaluation;

import java.util.function.Consumer;
import org.openaisle.engine.Engine;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.Truth;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.EventTime;
import org.openaisle.recording.Parsed;
import org.openaisle.recording.Replay;
import org.openaisle.simulator.Recorder;

/**
 * Takes observations in the order of their arrival, and plays them into a sink in event time, as a replay does with the lines of
 * a file. For those that are made in memory: nothing is ever wrong with them.
 */
public final class ArrivalFeed implements Recorder {
    /** The watermark is told in steps, as a replay tells it: what is decided does not depend on them, the cost does. */
    static final long STEP_MILLIS = 50;

    private final EventSink sink;
    private final long stepMillis;
    private final EventTime time = new EventTime("observations in memory", problem -> {
        throw new IllegalStateException(problem.toString());
    });
    private long arrived;
    private long told = Long.MIN_VALUE;

    ArrivalFeed(EventSink sink, long stepMillis) {
        this.sink = sink;
        this.stepMillis = stepMillis;
    }

    /** Feeds an engine; {@code outputs} is told what it says. */
    public static ArrivalFeed into(Engine engine, Consumer<Output> outputs) {
        return new ArrivalFeed(new EngineSink(engine, outputs), STEP_MILLIS);
    }

    @Override
    public void observation(Observation observation) {
        for (Parsed.Good line : time.accept(new Parsed.Good(++arrived, observation))) {
            sink.observe(line.observation());
        }
        if (time.newest() != Long.MIN_VALUE && time.watermark() >= told + stepMillis) {
            advance(time.watermark());
        }
    }

    @Override
    public void moment(Truth.Moment moment) {}

    /** Nothing more arrives. */
    public void finish() {
        time.finish().forEach(line -> sink.observe(line.observation()));
        if (time.newest() != Long.MIN_VALUE) {
            advance(time.newest() + Replay.END_MILLIS);
        }
    }

    /** How many observations there were. */
    public long arrived() {
        return arrived;
    }

    private void advance(long watermark) {
        told = watermark;
        sink.advanceTo(watermark);
    }
}
