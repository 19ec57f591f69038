package org.openaisle.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.DecisionScore;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.Transcript;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.recording.Problem;
import org.openaisle.recording.RecordingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a recording into receipts. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays a recording into the engine and prints a receipt per visit as it is decided, then a summary.",
            "",
            "Percentages are the engine's own: how sure it is of a line, and of the whole receipt. Where truth.json lies"
                    + " beside the recording, the scores follow.",
            "",
            "Live carts have figures of our own: of every unit taken, how much of it was in the cart within 3 s, was never"
                    + " in it, and how many milliseconds half of it and 95 %% of it took, what was never shown being later than all"
                    + " else. Times are event times: on the clock, the watermark adds up to 2 s."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle replay samples/corner-shop",
            "  openaisle replay samples/corner-shop --explain",
            "  openaisle replay samples/corner-shop --decisions d.ndjson --tracks t.ndjson --carts c.ndjson",
            "  openaisle replay samples/corner-shop --to http://localhost:8080 --device node.json"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RECORDING",
            description = "Folder with store.json, catalog.json and observations.ndjson(.zst).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--decisions", paramLabel = "FILE", description = "Write the decisions, one JSON object a line.")
    private @Nullable Path decisions;

    @Option(
            names = "--tracks",
            paramLabel = "FILE",
            description = "Write where everybody was, five lines a second of event time.")
    private @Nullable Path tracks;

    @Option(names = "--carts", paramLabel = "FILE", description = "Write every change of a cart as it becomes visible.")
    private @Nullable Path carts;

    @Option(
            names = "--explain",
            description = "Say for every receipt which weight changes were weighed, whose hands could have made them,"
                    + " and what else they could have been.")
    private boolean explain;

    @Option(
            names = "--wrong",
            description = "Against the truth: print every wrong receipt again, what was wrong, and the evidence.")
    private boolean wrong;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private TellOptions tell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RecordingFolder recording = RecordingFolder.open(folder);
        PrintWriter out = spec.commandLine().getOut();
        Style style = new Style(Ansi.AUTO.enabled());
        boolean scored = recording.hasTruth();
        if (wrong && !scored) {
            throw new Refusal("--wrong needs a truth.json in " + folder + ", and there is none");
        }
        Transcript transcript = new Transcript();
        ReplaySummaryText summary = new ReplaySummaryText(style);
        ReceiptText receipts = new ReceiptText(recording.store(), recording.catalog(), style);
        boolean told;
        WrongReceipts wrongReceipts = new WrongReceipts(receipts, style);
        try (OutputFiles files = new OutputFiles(decisions, tracks, carts);
                Progress progress = new Progress(spec.commandLine().getErr());
                Telling telling = tell.begin(recording, spec.commandLine().getErr())) {
            EngineRun run = EngineRun.of(recording, new EngineRun.Listener() {
                @Override
                public void accept(Output output) {
                    files.write(output);
                    telling.accept(output);
                    summary.note(output);
                    wrongReceipts.note(output);
                    if (scored || recording.hasTruthTracks()) {
                        transcript.accept(output);
                    }
                    if (output instanceof Output.VisitDecided decided) {
                        progress.clear();
                        out.print(receipts.receipt(decided.decision()));
                        out.print(explain ? receipts.evidence(decided.evidence()) : "");
                        out.flush();
                    }
                }

                @Override
                public void observed(Observation observation) {
                    telling.observed(observation);
                }

                @Override
                public void problem(Problem problem) {
                    summary.note(problem);
                }

                @Override
                public void progress(long bytesRead, long totalBytes, long watermark) {
                    progress.at((double) bytesRead / Math.max(1, totalBytes), receipts.time(Math.max(0, watermark)));
                }
            });
            progress.clear();
            out.print(summary.of(run));
            told = telling.finish(out);
        }
        if (scored) {
            Outcome outcome = transcript.outcome(recording);
            DecisionScore score = outcome.score();
            out.print("\n" + style.strong("Receipts against the truth") + "\n" + FigureText.of(score.figures()));
            out.print("\n" + style.strong("Live carts against the truth, in event time") + "\n"
                    + FigureText.of(outcome.live().figures()));
            out.print(wrong ? wrongReceipts.of(score) : "");
        }
        if (recording.hasTruthTracks()) {
            out.print("\n" + style.strong("Tracks against the truth") + "\n"
                    + FigureText.of(transcript.trackScore(recording)));
        }
        out.flush();
        return told ? 0 : 1;
    }
}
