package org.openaisle.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.DecisionScore;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Receipts;
import org.openaisle.evaluation.TrackScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores written decisions and tracks against a recording's truth. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores decisions, and tracks if given, against the truth of a recording.",
            "",
            "Decisions are scored by visit, line, money and calibration; tracks by MOTA, IDF1, HOTA and identity switches."
                    + " The measures are those of the contract's score.py and score_tracks.py, under their names."
        },
        footer = {
            "",
            "Example:",
            "  openaisle replay samples/corner-shop --decisions d.ndjson --tracks t.ndjson",
            "  openaisle score samples/corner-shop d.ndjson t.ndjson"
        })
final class ScoreCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RECORDING", description = "Folder with truth.json and catalog.json.")
    @SuppressWarnings("NullAway.Init")
    private Path recording;

    @Parameters(index = "1", paramLabel = "DECISIONS", description = "Decisions, one JSON object a line.")
    @SuppressWarnings("NullAway.Init")
    private Path decisions;

    @Parameters(index = "2", arity = "0..1", paramLabel = "TRACKS", description = "Tracks, one moment a line.")
    private @Nullable Path tracks;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Option(names = "--visits", description = "Also name every wrong receipt and what was wrong with it.")
    private boolean visits;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(recording)) {
            throw new Refusal(recording + " is not a folder. Maybe you mean the folder in which truth.json lies?");
        }
        DecisionScore score = DecisionScore.of(Receipts.readTruth(recording), Receipts.readDecisions(decisions));
        Figures tracking = tracks == null ? null : TrackScore.of(recording, tracks);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            String both = tracking == null ? "" : ",\n \"tracks\": " + indented(tracking);
            out.println("{\n \"decisions\": " + indented(score.figures()) + both + "\n}");
            return 0;
        }
        out.print("decisions\n" + FigureText.of(score.figures()));
        if (tracking != null) {
            out.print("tracks\n" + FigureText.of(tracking));
        }
        if (visits) {
            out.print(wrong(score));
        }
        out.flush();
        return 0;
    }

    private static String indented(Figures figures) {
        return figures.json().replace("\n", "\n ");
    }

    private static String wrong(DecisionScore score) {
        StringBuilder text = new StringBuilder("wrong receipts\n");
        for (DecisionScore.Visit v : score.visits()) {
            if (!v.exact()) {
                text.append("  ").append(v.token()).append(v.decided() ? "" : "  no decision");
                v.surplus()
                        .forEach((gtin, n) ->
                                text.append("  +").append(n).append(" x ").append(gtin));
                v.missing()
                        .forEach((gtin, n) ->
                                text.append("  -").append(n).append(" x ").append(gtin));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
