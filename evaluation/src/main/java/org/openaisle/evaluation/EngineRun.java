package org.openaisle.evaluation;

import java.util.function.Consumer;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.engine.Parts;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.Problem;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.Replay;
import org.openaisle.recording.ReplaySummary;

/**
 * What one run of the engine over a recording took.
 *
 * @param summary what was read
 * @param wallNanos time on the clock, reading and parsing included
 * @param peakHeapBytes the most heap that was seen in use, garbage included
 */
public record EngineRun(ReplaySummary summary, long wallNanos, long peakHeapBytes) {
    /** Told what happens while a recording is played. */
    public interface Listener extends Consumer<Output> {
        /** The engine is given this, in order of arrival. */
        default void observed(Observation observation) {}

        /** Something was wrong with the recording. */
        default void problem(Problem problem) {}

        /** How far the run has come: bytes of the file, and event time. */
        default void progress(long bytesRead, long totalBytes, long watermark) {}
    }

    /** Plays a recording into an engine as it is used in a store. */
    public static EngineRun of(RecordingFolder recording, Listener listener) {
        return of(recording, Parts.SENSED, listener);
    }

    /** The same with parts of the engine replaced. */
    public static EngineRun of(RecordingFolder recording, Parts parts, Listener listener) {
        Engine engine = new Engine(recording.store(), recording.catalog(), EngineParameters.defaults(), parts);
        HeapPeak heap = new HeapPeak();
        EngineSink sink = new EngineSink(engine, listener);
        EventSink watched = new EventSink() {
            @Override
            public void observe(Observation observation) {
                listener.observed(observation);
                sink.observe(observation);
            }

            @Override
            public void advanceTo(long watermark) {
                sink.advanceTo(watermark);
            }
        };
        long start = System.nanoTime();
        ReplaySummary summary = Replay.run(recording, watched, listener::problem, (read, total, watermark) -> {
            heap.look();
            listener.progress(read, total, watermark);
        });
        return new EngineRun(summary, System.nanoTime() - start, heap.bytes());
    }

    /** How many times faster than the store's own time it ran. */
    public double timesRealTime() {
        return summary.seconds() / Math.max(1e-9, wallNanos / 1e9);
    }
}
