package org.openaisle.evaluation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Output;
import org.openaisle.recording.DecisionsFile;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.TracksFile;

/** What an engine said: decisions and tracks as the lines that it would have written, and the changes of carts. */
public final class Transcript implements EngineRun.Listener {
    private final ByteArrayOutputStream decisionBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream trackBytes = new ByteArrayOutputStream();
    private final DecisionsFile decisions = DecisionsFile.to(decisionBytes);
    private final TracksFile tracks = TracksFile.to(trackBytes);
    private final List<Output.CartChanged> carts = new ArrayList<>();

    @Override
    public void accept(Output output) {
        switch (output) {
            case Output.VisitDecided decided -> decisions.write(decided.decision());
            case Output.Positions positions -> tracks.write(positions);
            case Output.CartChanged change -> carts.add(change);
            case Output.StockChanged s -> {}
            case Output.SensorHealth h -> {}
        }
    }

    /** The lines of {@code decisions.ndjson}. */
    public String decisions() {
        return decisionBytes.toString(StandardCharsets.UTF_8);
    }

    /** The lines of {@code tracks.ndjson}; complete once the run is over. */
    public String tracks() {
        tracks.close();
        return trackBytes.toString(StandardCharsets.UTF_8);
    }

    /** Scores the decisions; the recording must have its truth. */
    public DecisionScore score(RecordingFolder recording) {
        return DecisionScore.of(
                Receipts.readTruth(recording.folder()), Receipts.parseDecisions(decisions(), "decisions"));
    }

    /** Scores the live carts; the recording must have its truth. */
    public LiveScore liveScore(RecordingFolder recording) {
        return LiveScore.of(recording.truth(), carts);
    }

    /** Scores the tracks; the recording must have its true tracks. */
    public Figures trackScore(RecordingFolder recording) {
        return TrackScore.ofText(recording.folder(), tracks(), "tracks");
    }
}
