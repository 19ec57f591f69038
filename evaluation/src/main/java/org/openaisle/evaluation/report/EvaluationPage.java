package org.openaisle.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.budget.ErrorBudget;

/** {@code docs/evaluation.md}. */
public final class EvaluationPage {
    private static final Set<String> TRACK_SHARES =
            Set.of("MOTA", "IDF1", "HOTA", "DetA", "AssA", "missed", "falsePositives");

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins the page.
     *
     * @param commit what was measured
     * @param command the line that makes this page
     * @param machine processor, Java and heap
     */
    public EvaluationPage(String commit, String command, String machine) {
        text.append("# Evaluation\n\n")
                .append(
                        "How good the engine is. The recordings in `samples`, `narrow` and `real` come from another simulator and from real rooms, but\nthe engine's parameters were set while looking at them: they show where it stands, and prove nothing about other stores.\n`held-out` was looked at by nobody before. This page is made by\n\n```\n")
                .append(command)
                .append("\n```\n\nat commit `")
                .append(commit)
                .append("` on ")
                .append(machine)
                .append(
                        ".\n\nThe names of the figures are those of the contract's scorers; `openaisle score --help` says more.")
                .append(
                        " Reproducible: the same decisions, byte for byte, with every line's arrival drawn anew between 0 and 2 s after")
                .append(
                        " its own time, and with an engine that is resumed from a snapshot at some twenty random places.\n");
    }

    /** A group of recordings: a table at a glance, then one each for receipts, tracks, cost and error budget. */
    public void add(String group, List<Evaluated> recordings) {
        text.append("\n## ").append(group).append("\n\n");
        glance(recordings);
        figures("Receipts", recordings, Evaluated::decisions);
        figures("Tracks", recordings, Evaluated::tracks);
        cost(recordings);
        budget(recordings.stream().filter(r -> !r.budget().isEmpty()).toList());
    }

    /** The page as Markdown. */
    public String markdown() {
        return text.toString();
    }

    private void glance(List<Evaluated> recordings) {
        head(List.of("", "receipts exact", "F1", "for review", "HOTA", "times real time", "reproducible"));
        for (Evaluated r : recordings) {
            row(List.of(
                    r.name(),
                    percent(r.decisions(), "exact"),
                    percent(r.decisions(), "f1"),
                    percent(r.decisions(), "review"),
                    percent(r.tracks(), "HOTA"),
                    String.format(Locale.ROOT, "%.0f", r.cost().timesRealTime()),
                    r.reproducible() == null ? "-" : r.reproducible() ? "yes" : "**no**"));
        }
    }

    private static String percent(@Nullable Figures figures, String name) {
        return figures == null ? "-" : figures.percent(name);
    }

    private void figures(String title, List<Evaluated> all, Function<Evaluated, @Nullable Figures> which) {
        List<Evaluated> recordings =
                all.stream().filter(r -> which.apply(r) != null).toList();
        if (recordings.isEmpty()) {
            return;
        }
        List<Figures> figures = recordings.stream()
                .map(r -> Objects.requireNonNull(which.apply(r)))
                .toList();
        text.append("\n### ").append(title).append("\n\n");
        List<String> head = new ArrayList<>(List.of(""));
        recordings.forEach(r -> head.add(r.name()));
        head.add("mean");
        head(head);
        for (String name : figures.getFirst().values().keySet()) {
            List<String> row = new ArrayList<>(List.of(name));
            figures.forEach(f -> row.add(inPercent(name) ? f.percent(name) : f.plain(name)));
            row.add(mean(name, figures));
            row(row);
        }
    }

    /** Over the recordings that have the figure; counts have none. */
    private static String mean(String name, List<Figures> figures) {
        if (figures.getFirst().values().get(name) instanceof Long) {
            return "";
        }
        double[] known = figures.stream()
                .map(f -> f.get(name))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (known.length == 0) {
            return "-";
        }
        double sum = 0;
        for (double v : known) {
            sum += v;
        }
        double mean = sum / known.length;
        return inPercent(name)
                ? String.format(Locale.ROOT, "%.2f %%", 100 * mean)
                : String.format(Locale.ROOT, "%.4f", mean);
    }

    private void cost(List<Evaluated> recordings) {
        text.append("\n### Speed and memory\n\n");
        text.append("Multiples of real time on one core, as CPU time of the whole process.\n\n");
        head(List.of(
                "", "minutes", "observations", "engine alone", "with parsing", "observations a second", "peak heap"));
        for (Evaluated r : recordings) {
            row(List.of(
                    r.name(),
                    String.format(Locale.ROOT, "%.1f", r.cost().summary().seconds() / 60),
                    Long.toString(r.cost().summary().observed()),
                    String.format(Locale.ROOT, "%.1f x", r.cost().engineTimesRealTime()),
                    String.format(Locale.ROOT, "%.1f x", r.cost().timesRealTime()),
                    String.format(Locale.ROOT, "%.0f", r.cost().eventsPerSecond()),
                    (r.cost().peakHeapBytes() >> 20) + " MiB"));
        }
    }

    private void budget(List<Evaluated> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        text.append("\n### Error budget\n\n");
        text.append("Receipts exact (and F1 over units) with parts of the engine replaced by the truth.\n\n");
        List<String> head = new ArrayList<>(List.of(""));
        for (ErrorBudget.Run run : ErrorBudget.Run.values()) {
            head.add(run.label());
        }
        head(head);
        for (Evaluated r : recordings) {
            List<String> row = new ArrayList<>(List.of(r.name()));
            for (ErrorBudget.Run run : ErrorBudget.Run.values()) {
                Figures f = r.budget().get(run);
                row.add(f == null ? "-" : f.percent("exact") + " (" + f.percent("f1") + ")");
            }
            row(row);
        }
    }

    private void head(List<String> cells) {
        row(cells);
        text.append("| --- ").append("| ---: ".repeat(cells.size() - 1)).append("|\n");
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static boolean inPercent(String name) {
        return Figures.DECISION_SHARES.contains(name) || TRACK_SHARES.contains(name);
    }
}
