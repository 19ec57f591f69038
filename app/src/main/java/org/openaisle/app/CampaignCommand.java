package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.campaign.Campaign;
import org.openaisle.evaluation.campaign.Sensitivity;
import org.openaisle.evaluation.campaign.Trial;
import org.openaisle.evaluation.report.CampaignPart;
import org.openaisle.evaluation.report.EvaluationPage;
import org.openaisle.evaluation.report.SensitivityPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine on many stores that do not exist. */
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates some forty recordings of all kinds of stores, customers and trouble, runs the engine on them, and scores the"
                    + " receipts and live carts: of each recording, and of all visits together.",
            "",
            "Takes minutes, on all cores. Nobody tunes the engine on these recordings; who has looked into one draws fresh ones with"
                    + " --seeds-from.",
            "",
            "The figures are those of 'openaisle score' and 'openaisle replay'.",
            "",
            "With --sensitivity: the share of exact receipts with every number of the engine's parameters moved by 30 %% down and up, one"
                    + " at a time. Takes an hour; recordings are held in memory as far as it goes, so give it some gigabytes."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle campaign",
            "  openaisle campaign --seeds-from 6001 --out fresh.md",
            "  OPENAISLE_JAVA_OPTS='-XX:+UseParallelGC -Xmx6g' openaisle campaign --sensitivity",
            "  openaisle campaign --sensitivity --only receipt,attribution.stranger"
        })
final class CampaignCommand implements Callable<Integer> {
    private static final Path PAGE = Path.of("docs/evaluation.md");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    /** Of the heap for recordings; the rest is the engines'. */
    private static final double MOST_HELD = 0.6;

    @Option(
            names = "--seeds-from",
            paramLabel = "N",
            defaultValue = "" + Trial.FIRST_SEED,
            description = "The first recording's seed; the others count up from it (default: ${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The page into which figures are written (default: docs/evaluation.md, and none with --short or --only).")
    private @Nullable Path file;

    @Option(names = "--short", description = "A few small recordings only, to see that it works.")
    private boolean few;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Only every N-th recording: less time, and coarser figures.")
    private int every;

    @Option(names = "--sensitivity", description = "Move every parameter instead.")
    private boolean sensitivity;

    @Option(
            names = "--only",
            paramLabel = "PATH",
            split = ",",
            description = "With --sensitivity: these parameters, or all of a part.")
    private List<String> only = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (String path : only) {
            if (!sensitivity
                    || Sensitivity.paths(p -> p.equals(path) || p.startsWith(path + "."))
                            .isEmpty()) {
                throw new Refusal("--only " + path + " is nothing that --sensitivity could move. One of "
                        + Sensitivity.paths(p -> true));
            }
        }
        PageFile page = page();
        if (every < 1) {
            throw new Refusal("--every must be at least 1, is " + every);
        }
        List<Trial> all = few ? Trial.few(firstSeed) : Trial.all(firstSeed);
        List<Trial> trials = IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
        if (sensitivity) {
            sensitivity(trials, page);
        } else {
            run(trials, page);
        }
        return 0;
    }

    private void sensitivity(List<Trial> trials, @Nullable PageFile page) throws IOException {
        List<String> paths = Sensitivity.paths(path ->
                only.isEmpty() || only.stream().anyMatch(o -> path.equals(o) || path.startsWith(o + ".")));
        Sensitivity.Result result;
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            SensitivityText text = new SensitivityText(spec.commandLine().getOut(), progress);
            result = Sensitivity.of(
                    trials,
                    paths,
                    THREADS,
                    (long) (MOST_HELD * Runtime.getRuntime().maxMemory()),
                    text);
            text.table(result);
        }
        if (page != null) {
            page.write(EvaluationPage.Part.SENSITIVITY, SensitivityPart.markdown(result, page.provenance()));
        }
    }

    private @Nullable PageFile page() {
        Path to = file == null && !few && only.isEmpty() ? PAGE : file;
        return to == null ? null : new PageFile(to, spec);
    }

    private void run(List<Trial> trials, @Nullable PageFile page) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format("%-40s%s", "", row(CampaignPart.EACH)));
        Campaign campaign;
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            int[] done = {0};
            campaign = Campaign.of(trials, THREADS, outcome -> {
                progress.clear();
                print(outcome);
                progress.at(++done[0] / (double) trials.size(), "recordings");
            });
        }
        campaign.pooled().forEach(this::print);
        out.print("\nall visits together, of " + trials.size() + " recordings\n"
                + FigureText.of(campaign.all().figures()));
        out.flush();
        if (page != null) {
            page.write(EvaluationPage.Part.CAMPAIGN, CampaignPart.markdown(campaign, page.provenance()));
        }
    }

    private void print(Outcome outcome) {
        Figures figures = outcome.figures();
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                "%-40s%s",
                outcome.name(),
                row(CampaignPart.EACH.stream().map(figures::text).toList())));
        out.flush();
    }

    /** Columns as wide as the names of the figures. */
    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(8, CampaignPart.EACH.get(i).length()) + 2;
            row.append(" ".repeat(width - cells.get(i).length())).append(cells.get(i));
        }
        return row.toString();
    }
}
