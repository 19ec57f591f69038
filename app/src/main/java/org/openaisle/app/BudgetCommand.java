package org.openaisle.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.openaisle.evaluation.DecisionScore;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.budget.ErrorBudget;
import org.openaisle.model.Output;
import org.openaisle.recording.RecordingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where receipts are lost. */
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a recording with parts of the engine replaced by the truth, and says how many receipts are right then.",
            "",
            "What a replacement gains is what that part loses; what stays wrong with all of them true is lost by attribution and"
                    + " receipt."
        },
        footer = {"", "Example:", "  openaisle budget samples/corner-shop"})
final class BudgetCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDING",
            description = "Folders with truth.json and truth-tracks.ndjson.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> folders;

    @Option(names = "--wrong", description = "Also print every wrong receipt of every run, with the evidence.")
    private boolean wrong;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (Path folder : folders) {
            RecordingFolder recording = RecordingFolder.open(folder);
            if (!ErrorBudget.possible(recording)) {
                throw new Refusal(folder
                        + " has no truth.json or no truth-tracks.ndjson, without which nothing can be replaced by"
                        + " the truth. Maybe make one with 'openaisle simulate'?");
            }
            budget(recording);
        }
        return 0;
    }

    private void budget(RecordingFolder recording) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(recording.folder());
        out.println(String.format("  %-22s%10s%14s%10s", "", "exact", "shoppers' own", "F1"));
        for (ErrorBudget.Run run : ErrorBudget.Run.values()) {
            Style style = new Style(Ansi.AUTO.enabled());
            WrongReceipts receipts =
                    new WrongReceipts(new ReceiptText(recording.store(), recording.catalog(), style), style);
            try (Progress progress = new Progress(spec.commandLine().getErr())) {
                DecisionScore score = ErrorBudget.of(recording, run, watching(progress, run.label(), receipts::note))
                        .score();
                Figures f = score.figures();
                progress.clear();
                out.println(String.format(
                        "  %-22s%10s%14s%10s",
                        run.label(), f.percent("exact"), f.percent("exactShoppers"), f.percent("f1")));
                out.print(wrong ? receipts.of(score) + "\n" : "");
                out.flush();
            }
        }
    }

    /** A listener that only shows how far a run has come. */
    static EngineRun.Listener watching(Progress progress, String note) {
        return watching(progress, note, output -> {});
    }

    private static EngineRun.Listener watching(Progress progress, String note, Consumer<Output> outputs) {
        return new EngineRun.Listener() {
            @Override
            public void accept(Output output) {
                outputs.accept(output);
            }

            @Override
            public void progress(long bytesRead, long totalBytes, long watermark) {
                progress.at((double) bytesRead / Math.max(1, totalBytes), note);
            }
        };
    }
}
