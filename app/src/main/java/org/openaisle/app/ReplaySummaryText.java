package org.openaisle.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.model.Output;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.recording.Problem;

/** What a replay says at its end: how much there was, how fast it went, and what was wrong with the recording. */
final class ReplaySummaryText {
    private static final int SHOWN = 3;

    private final Style style;
    private final Map<Problem.Kind, List<Problem>> problems = new EnumMap<>(Problem.Kind.class);
    private final Map<String, SensorHealth> health = new TreeMap<>();
    private int visits;
    private int lines;
    private int reviews;

    ReplaySummaryText(Style style) {
        this.style = style;
    }

    void note(Output output) {
        switch (output) {
            case Output.VisitDecided d -> {
                visits++;
                lines += d.decision().lines().size();
                reviews += d.decision().review() ? 1 : 0;
            }
            case SensorHealth h -> health.put(h.sensorId(), h);
            case Output.CartChanged c -> {}
            case Output.StockChanged s -> {}
            case Output.Positions p -> {}
        }
    }

    /** Keeps the first few problems of a kind; the replay counts them all. */
    void note(Problem problem) {
        List<Problem> first = problems.computeIfAbsent(problem.kind(), k -> new ArrayList<>());
        if (first.size() < SHOWN) {
            first.add(problem);
        }
    }

    String of(EngineRun run) {
        StringBuilder text = new StringBuilder("\n" + style.strong("Summary") + "\n");
        text.append(row("visits", visits + " (" + lines + " lines, " + reviews + " for review)"));
        text.append(row(
                "recorded",
                duration(run.summary().seconds()) + ", " + run.summary().observed() + " observations"));
        text.append(row(
                "took",
                String.format(
                        Locale.ROOT,
                        "%.1f s, %.1f times faster than the store",
                        run.wallNanos() / 1e9,
                        run.timesRealTime())));
        text.append(row(
                "peak heap",
                (run.peakHeapBytes() >> 20) + " MiB of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB allowed"));
        run.summary()
                .unknownTypes()
                .forEach((type, n) -> text.append(row("skipped", n + " of unknown type '" + type + "'")));
        run.summary().problems().forEach((kind, n) -> problems(text, kind, n));
        // At the end of a recording every sensor falls silent: that says nothing.
        health.values().stream()
                .filter(h -> h.state() != SensorHealth.State.GOOD
                        && h.t() <= run.summary().lastTime())
                .forEach(h -> text.append(row("sensor", style.warning(h.sensorId() + " " + h.message()))));
        return text.toString();
    }

    private void problems(StringBuilder text, Problem.Kind kind, long count) {
        List<Problem> first = problems.getOrDefault(kind, List.of());
        text.append(row("left out", style.warning(count + " x " + kind.label())));
        first.forEach(p -> text.append("    ").append(p).append('\n'));
        if (count > first.size()) {
            text.append("    and ").append(count - first.size()).append(" more\n");
        }
    }

    private static String row(String name, String value) {
        return String.format("  %-10s%s\n", name, value);
    }

    private static String duration(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
