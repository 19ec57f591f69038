package org.openaisle.evaluation.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Benchmark;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.Reproducibility;
import org.openaisle.evaluation.Transcript;
import org.openaisle.evaluation.budget.ErrorBudget;
import org.openaisle.model.Output;
import org.openaisle.recording.Problem;
import org.openaisle.recording.RecordingFolder;

/**
 * All that is measured on one recording.
 *
 * @param outcome null where no receipts are known
 * @param tracks null where no places are known
 * @param budget empty where it was not asked for or is not possible
 * @param reproducible whether decisions stayed the same with other arrivals and with restarts; null where it was not tried
 */
public record Evaluated(
        String name,
        @Nullable Outcome outcome,
        @Nullable Figures tracks,
        Benchmark cost,
        Map<ErrorBudget.Run, Outcome> budget,
        @Nullable Boolean reproducible) {
    private static final int RESTARTS = 20;

    public Evaluated {
        Map<ErrorBudget.Run, Outcome> copy = new EnumMap<>(ErrorBudget.Run.class);
        copy.putAll(budget);
        budget = Collections.unmodifiableMap(copy);
    }

    /** Runs the engine over a recording; if not {@code quick}, again for reproducibility and for every row of the error budget. */
    public static Evaluated of(Path folder, boolean quick, EngineRun.Listener progress) {
        RecordingFolder recording = RecordingFolder.open(folder);
        Transcript transcript = new Transcript();
        Benchmark cost = Benchmark.of(recording, new EngineRun.Listener() {
            @Override
            public void accept(Output output) {
                transcript.accept(output);
            }

            @Override
            public void problem(Problem problem) {
                progress.problem(problem);
            }

            @Override
            public void progress(long bytesRead, long totalBytes, long watermark) {
                progress.progress(bytesRead, totalBytes, watermark);
            }
        });
        Outcome outcome = recording.hasTruth() ? transcript.outcome(recording) : null;
        Figures tracks = recording.hasTruthTracks() ? transcript.trackScore(recording) : null;
        Map<ErrorBudget.Run, Outcome> budget = quick ? Map.of() : budget(recording, outcome, progress);
        Boolean reproducible = quick ? null : (Boolean) reproducible(recording, transcript, cost);
        return new Evaluated(String.valueOf(folder.getFileName()), outcome, tracks, cost, budget, reproducible);
    }

    private static Map<ErrorBudget.Run, Outcome> budget(
            RecordingFolder recording, @Nullable Outcome asIs, EngineRun.Listener progress) {
        Map<ErrorBudget.Run, Outcome> budget = new EnumMap<>(ErrorBudget.Run.class);
        if (asIs == null || !ErrorBudget.possible(recording)) {
            return budget;
        }
        for (ErrorBudget.Run run : ErrorBudget.Run.values()) {
            boolean known = run == ErrorBudget.Run.AS_IS;
            budget.put(run, known ? asIs : ErrorBudget.of(recording, run, progress));
        }
        return budget;
    }

    private static boolean reproducible(RecordingFolder recording, Transcript transcript, Benchmark cost) {
        String expected = transcript.decisions();
        return Reproducibility.withArrivalsDrawnAnew(recording, 1).equals(expected)
                && Reproducibility.withRestarts(recording, cost.summary().observed(), RESTARTS, 1)
                        .equals(expected);
    }
}
