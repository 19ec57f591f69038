package org.openaisle.recording;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openaisle.model.Observation;

/** Plays the observations of a recording into a sink, in event time. */
public final class Replay {
    /** How far the watermark goes beyond the last observation, so that everything that waits for a little silence is processed. */
    public static final long END_MILLIS = 10_000;

    /** The watermark is told in steps: a sink's answer does not depend on them, its cost does. */
    private static final long STEP_MILLIS = 50;

    private static final int LINES_PER_PROGRESS = 1_000;
    private static final int MOST_UNKNOWN_TYPES = 50;

    /** Told now and then how far a replay is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param bytesRead of the file as it lies on the disk
         * @param totalBytes its size
         * @param watermark event time reached; {@link Long#MIN_VALUE} before the first
         */
        void at(long bytesRead, long totalBytes, long watermark);
    }

    private final RecordingFolder recording;
    private final EventSink sink;
    private final Consumer<Problem> problems;
    private final Progress progress;

    private final Map<String, Long> observations = new TreeMap<>();
    private final Map<String, Long> unknownTypes = new TreeMap<>();
    private final Map<Problem.Kind, Long> problemCounts = new EnumMap<>(Problem.Kind.class);
    private long lines;
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;
    private long told = Long.MIN_VALUE;

    private Replay(RecordingFolder recording, EventSink sink, Consumer<Problem> problems, Progress progress) {
        this.recording = recording;
        this.sink = sink;
        this.problems = problems;
        this.progress = progress;
    }

    /** Plays all of a recording. */
    public static ReplaySummary run(
            RecordingFolder recording, EventSink sink, Consumer<Problem> problems, Progress progress) {
        return new Replay(recording, sink, problems, progress).run();
    }

    /** Plays all of a recording; its problems show in the summary only. */
    public static ReplaySummary run(RecordingFolder recording, EventSink sink) {
        return run(recording, sink, problem -> {}, (read, total, watermark) -> {});
    }

    private ReplaySummary run() {
        try (ObservationReader reader = recording.observations()) {
            EventTime time = new EventTime(reader.file(), this::problem);
            ProductCheck products = new ProductCheck(reader.file(), recording.catalog(), this::problem);
            for (Parsed parsed = reader.next(); parsed != null; parsed = reader.next()) {
                lines++;
                switch (parsed) {
                    case Parsed.Good good -> {
                        give(time.accept(good), products);
                        if (time.newest() != Long.MIN_VALUE && time.watermark() >= told + STEP_MILLIS) {
                            advance(time.watermark(), products);
                        }
                    }
                    case Parsed.Bad bad -> problem(bad.problem());
                    case Parsed.Unknown unknown -> unknown(unknown.type());
                }
                if (lines % LINES_PER_PROGRESS == 0) {
                    progress.at(reader.bytesRead(), reader.totalBytes(), told);
                }
            }
            give(time.finish(), products);
            if (time.newest() != Long.MIN_VALUE) {
                advance(time.newest() + END_MILLIS, products);
            }
            progress.at(reader.totalBytes(), reader.totalBytes(), told);
        }
        boolean any = lastTime >= firstTime;
        return new ReplaySummary(
                lines,
                new TreeMap<>(observations),
                new TreeMap<>(unknownTypes),
                problemCounts,
                any ? firstTime : 0,
                any ? lastTime : 0);
    }

    private void give(List<Parsed.Good> accepted, ProductCheck products) {
        for (Parsed.Good good : accepted) {
            Observation observation = good.observation();
            observations.merge(observation.type(), 1L, Long::sum);
            firstTime = Math.min(firstTime, observation.ownTime());
            lastTime = Math.max(lastTime, observation.ownTime());
            products.note(good);
            sink.observe(observation);
        }
    }

    private void advance(long watermark, ProductCheck products) {
        told = watermark;
        products.advanceTo(watermark);
        sink.advanceTo(watermark);
    }

    private void problem(Problem problem) {
        problemCounts.merge(problem.kind(), 1L, Long::sum);
        problems.accept(problem);
    }

    private void unknown(String type) {
        boolean listed = unknownTypes.containsKey(type) || unknownTypes.size() < MOST_UNKNOWN_TYPES;
        unknownTypes.merge(listed ? Excerpt.of(type) : "others", 1L, Long::sum);
    }
}
