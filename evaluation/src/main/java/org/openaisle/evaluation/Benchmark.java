package org.openaisle.evaluation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.Replay;
import org.openaisle.recording.ReplaySummary;

/**
 * What an engine costs. Time is the CPU time of the whole process, compiler and garbage collector included, so that it says
 * what one core can do whatever else the machine does.
 *
 * @param engineNanos CPU time of the engine alone, its observations lying in memory
 * @param parsingNanos CPU time of reading, parsing and putting in event time
 */
public record Benchmark(ReplaySummary summary, long engineNanos, long parsingNanos, long peakHeapBytes) {
    /** One repetition; the time that {@code listener} takes is nobody's. */
    public static Benchmark of(RecordingFolder recording, EngineRun.Listener listener) {
        Engine engine = new Engine(recording.store(), recording.catalog(), EngineParameters.defaults());
        HeapPeak heap = new HeapPeak();
        Stretches stretches = new Stretches(engine, listener);
        long start = cpuNanos();
        ReplaySummary summary = Replay.run(recording, stretches, listener::problem, (read, total, watermark) -> {
            heap.look();
            listener.progress(read, total, watermark);
        });
        stretches.play();
        long all = cpuNanos() - start - stretches.listening;
        return new Benchmark(summary, stretches.engine, all - stretches.engine, heap.bytes());
    }

    public double engineTimesRealTime() {
        return summary.seconds() / seconds(engineNanos);
    }

    public double timesRealTime() {
        return summary.seconds() / seconds(engineNanos + parsingNanos);
    }

    public double engineEventsPerSecond() {
        return summary.observed() / seconds(engineNanos);
    }

    public double eventsPerSecond() {
        return summary.observed() / seconds(engineNanos + parsingNanos);
    }

    private static double seconds(long nanos) {
        return Math.max(1, nanos) / 1e9;
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        && os.getProcessCpuTime() > 0
                ? os.getProcessCpuTime()
                : System.nanoTime();
    }

    /** Holds a stretch of a recording in memory before the engine gets it at once, so that only the engine is timed. */
    private static final class Stretches implements EventSink {
        private final EngineRun.Listener listener;
        private final List<Output> outputs = new ArrayList<>();
        private final EngineSink sink;
        private final Stretch held = new Stretch();
        private long engine;
        private long listening;

        Stretches(Engine engine, EngineRun.Listener listener) {
            this.listener = listener;
            this.sink = new EngineSink(engine, outputs::add);
        }

        @Override
        public void observe(Observation observation) {
            held.observe(observation);
            playWhenLong();
        }

        @Override
        public void advanceTo(long watermark) {
            held.advanceTo(watermark);
            playWhenLong();
        }

        private void playWhenLong() {
            if (held.isLong()) {
                play();
            }
        }

        void play() {
            long start = cpuNanos();
            held.playInto(sink);
            long played = cpuNanos();
            engine += played - start;
            outputs.forEach(listener);
            outputs.clear();
            listening += cpuNanos() - played;
        }
    }
}
