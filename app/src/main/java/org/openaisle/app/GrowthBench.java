package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.evaluation.Growth;
import org.openaisle.evaluation.report.EvaluationPage;
import org.openaisle.evaluation.report.GrowthPart;
import picocli.CommandLine.Model.CommandSpec;

/** {@code bench --growth}: whether the engine gets dearer the longer it runs. */
final class GrowthBench {
    private final CommandSpec spec;
    private final PageFile page;

    GrowthBench(CommandSpec spec, PageFile page) {
        this.spec = spec;
        this.page = page;
    }

    void run(List<Integer> minutes) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Growth> lengths = new ArrayList<>();
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            // Once for nothing: in the first run everything is compiled.
            Growth.of(minutes.getFirst(), share -> progress.at(share, "warm-up"));
            for (int length : minutes) {
                lengths.add(Growth.of(length, share -> progress.at(share, length + " min")));
            }
        }
        row("", GrowthPart.COLUMNS);
        GrowthPart.rows(lengths).forEach(row -> row(row.getFirst(), row.subList(1, row.size())));
        out.println(GrowthPart.verdict(lengths));
        page.write(EvaluationPage.Part.GROWTH, GrowthPart.markdown(lengths, page.provenance()));
    }

    private void row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format("%-24s", name));
        cells.forEach(cell -> row.append(String.format("%21s", cell)));
        spec.commandLine().getOut().println(row.toString().stripTrailing());
    }
}
