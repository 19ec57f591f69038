package org.openaisle.evaluation.budget;

import java.util.EnumSet;
import java.util.Set;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.Transcript;
import org.openaisle.evaluation.budget.TrueParts.Part;
import org.openaisle.model.Output;
import org.openaisle.recording.RecordingFolder;

/**
 * Where receipts are lost: the same recording run with tracks, hands or weight changes taken from the truth. What a replacement
 * gains is what that part loses; what is still wrong with all of them is the attribution's and the receipt's own.
 */
public final class ErrorBudget {
    private ErrorBudget() {}

    /** One run of the budget. */
    public enum Run {
        AS_IS("as it is", EnumSet.noneOf(Part.class)),
        TRUE_TRACKS("true tracks", EnumSet.of(Part.TRACKS)),
        TRUE_HANDS("true hands", EnumSet.of(Part.HANDS)),
        TRUE_WEIGHTS("true weight changes", EnumSet.of(Part.WEIGHTS)),
        ALL_TRUE("all of them true", EnumSet.allOf(Part.class));

        private final String label;
        private final Set<Part> replaced;

        Run(String label, Set<Part> replaced) {
            this.label = label;
            this.replaced = replaced;
        }

        /** In words. */
        public String label() {
            return label;
        }
    }

    /** Whether a recording has what a budget needs. */
    public static boolean possible(RecordingFolder recording) {
        return recording.hasTruth() && recording.hasTruthTracks();
    }

    /** What becomes of a recording in one run; {@code listener} is told what the engine says in it. */
    public static Outcome of(RecordingFolder recording, Run run, EngineRun.Listener listener) {
        Transcript transcript = new Transcript();
        EngineRun.of(recording, new TrueParts(recording, run.replaced), new EngineRun.Listener() {
            @Override
            public void accept(Output output) {
                transcript.accept(output);
                listener.accept(output);
            }

            @Override
            public void progress(long bytesRead, long totalBytes, long watermark) {
                listener.progress(bytesRead, totalBytes, watermark);
            }
        });
        return transcript.outcome(recording);
    }
}
