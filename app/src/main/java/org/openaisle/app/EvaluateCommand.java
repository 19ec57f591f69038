package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.report.Evaluated;
import org.openaisle.evaluation.report.EvaluationPage;
import org.openaisle.evaluation.report.RecordingsPart;
import org.openaisle.recording.RecordingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the page that says how good the engine is. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the engine on many recordings and writes every figure into a page: scores of receipts, live carts and tracks,"
                    + " speed, memory, and the error budget.",
            "",
            "Takes minutes. The page names the commit that was measured: commit first. What people wrote into the page stays."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle evaluate",
            "  openaisle evaluate --out page.md --recordings samples --quick"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Recordings, or folders of recordings (default: samples, narrow and real in ../shared/contract).")
    private List<Path> groups = List.of(
            Path.of("../shared/contract/samples"),
            Path.of("../shared/contract/narrow"),
            Path.of("../shared/contract/real"));

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "docs/evaluation.md",
            description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--quick",
            description = "Leave out the error budget and the check of reproducibility: a seventh of the time.")
    private boolean quick;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PageFile page = new PageFile(file, spec);
        RecordingsPart part = new RecordingsPart(page.provenance());
        for (Path group : groups) {
            List<Evaluated> evaluated = new ArrayList<>();
            for (Path recording : recordings(group)) {
                evaluated.add(evaluate(recording));
            }
            part.add(String.valueOf(group.getFileName()), evaluated);
        }
        page.write(EvaluationPage.Part.RECORDINGS, part.markdown());
        return 0;
    }

    private Evaluated evaluate(Path recording) {
        PrintWriter out = spec.commandLine().getOut();
        String name = String.valueOf(recording.getFileName());
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            Evaluated e = Evaluated.of(recording, quick, BudgetCommand.watching(progress, name));
            progress.clear();
            Outcome outcome = e.outcome();
            Figures receipts = outcome == null ? null : outcome.figures();
            Figures tracks = e.tracks();
            out.println(String.format(
                    Locale.ROOT,
                    "%-26s exact %9s  F1 %9s  live %9s  HOTA %9s  %6.1f x real time",
                    name,
                    receipts == null ? "-" : receipts.percent("exact"),
                    receipts == null ? "-" : receipts.percent("f1"),
                    receipts == null ? "-" : receipts.percent("liveWithin3s"),
                    tracks == null ? "-" : tracks.percent("HOTA"),
                    e.cost().timesRealTime()));
            out.flush();
            return e;
        }
    }

    private static List<Path> recordings(Path group) throws IOException {
        if (Files.isRegularFile(group.resolve(RecordingFolder.STORE))) {
            return List.of(group);
        }
        if (!Files.isDirectory(group)) {
            throw new Refusal("there is no folder " + group + ". Maybe name folders of recordings with --recordings?");
        }
        try (Stream<Path> inside = Files.list(group)) {
            List<Path> recordings = inside.filter(f -> Files.isRegularFile(f.resolve(RecordingFolder.STORE)))
                    .sorted()
                    .toList();
            if (recordings.isEmpty()) {
                throw new Refusal(
                        "there is no recording in " + group + ": no folder in it has a " + RecordingFolder.STORE);
            }
            return recordings;
        }
    }
}
