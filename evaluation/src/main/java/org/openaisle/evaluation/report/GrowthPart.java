package org.openaisle.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openaisle.evaluation.Growth;

/** What {@code openaisle bench --growth} measured. */
public final class GrowthPart {
    /** What is told of each length of time. */
    public static final List<String> COLUMNS =
            List.of("observations", "people inside", "engine, µs", "with event time, µs", "engine's heap");

    private GrowthPart() {}

    /** A row a length, and one for each quarter of the longest; the first cell names it. */
    public static List<List<String>> rows(List<Growth> lengths) {
        List<List<String>> rows = new ArrayList<>();
        for (Growth g : lengths) {
            rows.add(row(g.minutes() + " min", g.all(), format("%.1f MiB", g.heapBytes() / 1048576.0)));
        }
        Growth longest = lengths.getLast();
        for (int i = 0; i < longest.quarters().size(); i++) {
            String name = (i + 1) + ". quarter of " + longest.minutes() + " min";
            rows.add(row(name, longest.quarters().get(i), ""));
        }
        return rows;
    }

    /** Whether time makes an observation dearer. */
    public static String verdict(List<Growth> lengths) {
        Growth shortest = lengths.getFirst();
        Growth longest = lengths.getLast();
        Growth.Cost first = longest.quarters().getFirst();
        Growth.Cost last = longest.quarters().getLast();
        return format(
                "An observation of the engine's costs %.2f times as much over %d minutes as over %d, and %.2f times as much in the"
                        + " last quarter of the longest as in the first, with %.2f times as many people inside.",
                longest.all().engineMicros() / shortest.all().engineMicros(),
                longest.minutes(),
                shortest.minutes(),
                last.engineMicros() / first.engineMicros(),
                last.people() / first.people());
    }

    public static String markdown(List<Growth> lengths, Provenance provenance) {
        return new Markdown()
                .paragraph(provenance.sentence())
                .paragraph(
                        "A simulated convenience store on an ordinary afternoon, open for so long; CPU time of an observation, after a"
                                + " warm-up. More people make an observation dearer, and a short stretch begins and ends with an empty store.")
                .table(Markdown.cells("", COLUMNS), rows(lengths))
                .paragraph(verdict(lengths))
                .toString();
    }

    private static List<String> row(String name, Growth.Cost cost, String heap) {
        return List.of(
                name,
                Long.toString(cost.observations()),
                format("%.1f", cost.people()),
                format("%.2f", cost.engineMicros()),
                format("%.2f", cost.pathMicros()),
                heap);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
