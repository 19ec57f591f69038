package org.openaisle.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.budget.ErrorBudget;

/** What {@code openaisle evaluate} measured, group by group. */
public final class RecordingsPart {
    private static final Set<String> TRACK_SHARES =
            Set.of("MOTA", "IDF1", "HOTA", "DetA", "AssA", "missed", "falsePositives");
    private static final List<String> AT_A_GLANCE = List.of(
            "exact", "exactUnreviewed", "review", "moneyOver", "f1", "receiptEce", "latencyP99", "liveWithin3s");

    private final Markdown text = new Markdown();

    public RecordingsPart(Provenance provenance) {
        text.paragraph(provenance.sentence())
                .paragraph(
                        "The figures of receipts and tracks are those of the contract's scorers, under their names; `openaisle score --help`"
                                + " says more. Those of live carts are our own; `openaisle replay --help` explains them. The column `all`"
                                + " counts every visit of the group alike, as if its recordings were one; `mean` is over recordings."
                                + " Reproducible: the same decisions, byte for byte, with every line's arrival drawn anew between 0 and 2 s"
                                + " after its own time, and with an engine that is resumed from a snapshot at some twenty random places.");
    }

    /** A group of recordings: a table at a glance, then one each for receipts, live carts, tracks, cost and error budget. */
    public void add(String group, List<Evaluated> recordings) {
        text.heading(3, group);
        List<Outcome> outcomes = new ArrayList<>();
        recordings.stream().map(Evaluated::outcome).filter(Objects::nonNull).forEach(outcomes::add);
        Outcome all = Outcome.pooled("all", outcomes);
        glance(recordings, outcomes.size() > 1 ? all : null);
        if (!outcomes.isEmpty()) {
            outcomes.add(all);
            outcomes("Receipts", outcomes, outcome -> outcome.score().figures());
            outcomes("Live carts", outcomes, outcome -> outcome.live().figures());
        }
        tracks(recordings.stream().filter(r -> r.tracks() != null).toList());
        cost(recordings);
        budget(recordings.stream().filter(r -> !r.budget().isEmpty()).toList());
    }

    /** The part as Markdown. */
    public String markdown() {
        return text.toString();
    }

    private void glance(List<Evaluated> recordings, @Nullable Outcome all) {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluated r : recordings) {
            Figures tracks = r.tracks();
            List<String> row = glance(r.name(), r.outcome());
            row.add(tracks == null ? "-" : tracks.percent("HOTA"));
            row.add(format("%.0f", r.cost().timesRealTime()));
            row.add(r.reproducible() == null ? "-" : r.reproducible() ? "yes" : "**no**");
            rows.add(row);
        }
        if (all != null) {
            List<String> row = glance(all.name(), all);
            row.addAll(List.of("", "", ""));
            rows.add(row);
        }
        List<String> head = Markdown.cells("", AT_A_GLANCE);
        head.addAll(List.of("HOTA", "times real time", "reproducible"));
        text.table(head, rows);
    }

    private static List<String> glance(String name, @Nullable Outcome outcome) {
        Figures figures = outcome == null ? null : outcome.figures();
        return Markdown.cells(
                name,
                AT_A_GLANCE.stream()
                        .map(figure -> figures == null ? "-" : figures.text(figure))
                        .toList());
    }

    private void outcomes(String title, List<Outcome> outcomes, Function<Outcome, Figures> which) {
        List<Figures> figures = outcomes.stream().map(which).toList();
        List<List<String>> rows = new ArrayList<>();
        for (String name : figures.getFirst().values().keySet()) {
            rows.add(
                    Markdown.cells(name, figures.stream().map(f -> f.text(name)).toList()));
        }
        text.heading(4, title)
                .table(Markdown.cells("", outcomes.stream().map(Outcome::name).toList()), rows);
    }

    private void tracks(List<Evaluated> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        List<Figures> figures =
                recordings.stream().map(r -> Objects.requireNonNull(r.tracks())).toList();
        List<List<String>> rows = new ArrayList<>();
        for (String name : figures.getFirst().values().keySet()) {
            boolean share = TRACK_SHARES.contains(name);
            List<String> row = Markdown.cells(
                    name,
                    figures.stream()
                            .map(f -> share ? f.percent(name) : f.plain(name))
                            .toList());
            row.add(mean(name, share, figures));
            rows.add(row);
        }
        List<String> head =
                Markdown.cells("", recordings.stream().map(Evaluated::name).toList());
        head.add("mean");
        text.heading(4, "Tracks").table(head, rows);
    }

    /** Over the recordings that have the figure; counts have none. */
    private static String mean(String name, boolean share, List<Figures> figures) {
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
        return share ? format("%.2f %%", 100 * mean) : format("%.4f", mean);
    }

    private void cost(List<Evaluated> recordings) {
        text.heading(4, "Speed and memory")
                .paragraph("Multiples of real time on one core, as CPU time of the whole process.")
                .table(
                        List.of(
                                "",
                                "minutes",
                                "observations",
                                "engine alone",
                                "with parsing",
                                "observations a second",
                                "peak heap"),
                        recordings.stream().map(RecordingsPart::costOf).toList());
    }

    private static List<String> costOf(Evaluated r) {
        return List.of(
                r.name(),
                format("%.1f", r.cost().summary().seconds() / 60),
                Long.toString(r.cost().summary().observed()),
                format("%.1f x", r.cost().engineTimesRealTime()),
                format("%.1f x", r.cost().timesRealTime()),
                format("%.0f", r.cost().eventsPerSecond()),
                (r.cost().peakHeapBytes() >> 20) + " MiB");
    }

    private void budget(List<Evaluated> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<Outcome>> columns = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        for (ErrorBudget.Run run : ErrorBudget.Run.values()) {
            head.add(run.label());
            columns.add(recordings.stream()
                    .map(r -> Objects.requireNonNull(r.budget().get(run)))
                    .toList());
        }
        for (int i = 0; i < recordings.size(); i++) {
            int row = i;
            rows.add(Markdown.cells(
                    recordings.get(i).name(),
                    columns.stream().map(column -> exact(column.get(row))).toList()));
        }
        rows.add(Markdown.cells(
                "all",
                columns.stream()
                        .map(column -> exact(Outcome.pooled("all", column)))
                        .toList()));
        text.heading(4, "Error budget")
                .paragraph("Receipts exact (and F1 over units) with parts of the engine replaced by the truth.")
                .table(head, rows);
    }

    private static String exact(Outcome outcome) {
        Figures f = outcome.score().figures();
        return f.percent("exact") + " (" + f.percent("f1") + ")";
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
