package org.openaisle.evaluation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Catalog;
import org.openaisle.model.Output;
import org.openaisle.model.Truth;
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

    /** Decisions and carts beside a recording's truth, which it must have. */
    public Outcome outcome(RecordingFolder recording) {
        return outcome(
                String.valueOf(recording.folder().getFileName()),
                Receipts.readTruth(recording.folder()),
                recording.truth());
    }

    /** The same of a recording that is no file. */
    public Outcome outcome(String name, Catalog catalog, Truth truth) {
        return outcome(name, Receipts.of(catalog, truth), truth);
    }

    private Outcome outcome(String name, Receipts.Truth receipts, Truth truth) {
        return new Outcome(
                name, receipts, Receipts.parseDecisions(decisions(), "decisions"), LiveScore.of(truth, carts));
    }

    /** Scores the tracks; the recording must have its true tracks. */
    public Figures trackScore(RecordingFolder recording) {
        return TrackScore.ofText(recording.folder(), tracks(), "tracks");
    }
}
