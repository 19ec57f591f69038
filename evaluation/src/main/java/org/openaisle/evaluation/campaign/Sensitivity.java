package org.openaisle.evaluation.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.EngineParameters;
import org.openaisle.evaluation.Outcome;

/**
 * How much of the figures hangs on each of the engine's parameters: every one of them moved by 30 % down and up, all others as they
 * are, on the same recordings.
 */
public final class Sensitivity {
    private static final double[] FACTORS = {0.7, 1.3};

    private final List<Simulated> recordings;
    private final int threads;

    private Sensitivity(List<Simulated> recordings, int threads) {
        this.recordings = recordings;
        this.threads = threads;
    }

    /** What a moved parameter, or none, came to. */
    public sealed interface Run {
        /** The parameter's path; empty where all are as they are. */
        String path();

        /** What it was moved to. */
        double value();
    }

    /** @param exact the share of all visits whose receipts are exact */
    public record Measured(String path, double value, double exact) implements Run {}

    /** The engine cannot have such a parameter. */
    public record Refused(String path, double value, String why) implements Run {}

    /** A parameter with its value and what became of it moved down and up. */
    public record Moved(String path, double value, Run down, Run up) {
        /** The larger of the two changes in percentage points, either way; 0 where nothing was measured. */
        public double most(Measured asIs) {
            return Math.max(
                    Math.abs(Objects.requireNonNullElse(points(down, asIs), 0.0)),
                    Math.abs(Objects.requireNonNullElse(points(up, asIs), 0.0)));
        }
    }

    /** The change in percentage points; null for what was refused. */
    public static @Nullable Double points(Run run, Measured asIs) {
        return switch (run) {
            case Measured m -> 100 * (m.exact - asIs.exact);
            case Refused r -> null;
        };
    }

    /** All runs; the most sensitive parameter comes first. */
    public record Result(List<Trial> trials, int visits, Measured asIs, List<Moved> moved) {
        public Result {
            trials = List.copyOf(trials);
            moved = moved.stream()
                    .sorted(Comparator.comparingDouble((Moved m) -> m.most(asIs))
                            .reversed())
                    .toList();
        }
    }

    /** Told how far it has come: long work needs somebody who can see that it goes on. */
    public interface Listener {
        /** So many of all recordings were simulated; so many are held in memory, and take about so much of it. */
        void prepared(int recordings, int all, int held, long heldBytes);

        /** One run of so many is over, at first the one with everything as it is. */
        void ran(Run run, int number, int all);
    }

    /** The paths of all parameters that {@code which} accepts and that can be moved: what is zero stays zero. */
    public static List<String> paths(Predicate<String> which) {
        return ParameterPaths.numbers(EngineParameters.defaults()).entrySet().stream()
                .filter(number -> number.getValue() != 0 && which.test(number.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Measures.
     *
     * @param heldBytes recordings are simulated once and held in memory as long as they fit into this; the others are
     *     simulated anew for every run
     */
    public static Result of(List<Trial> trials, List<String> paths, int threads, long heldBytes, Listener listener) {
        Room room = new Room(heldBytes);
        int[] prepared = {0};
        List<Simulated> recordings = Campaign.inOrder(
                trials,
                threads,
                room::place,
                done -> listener.prepared(++prepared[0], trials.size(), room.held(), room.taken()));
        return new Sensitivity(recordings, threads).run(trials, paths, listener);
    }

    private Result run(List<Trial> trials, List<String> paths, Listener listener) {
        int all = 1 + FACTORS.length * paths.size();
        EngineParameters defaults = EngineParameters.defaults();
        SequencedMap<String, Double> values = ParameterPaths.numbers(defaults);
        Outcome standard = play(defaults);
        Measured asIs = new Measured("", 0, exact(standard));
        listener.ran(asIs, 1, all);
        List<Moved> moved = new ArrayList<>();
        int number = 1;
        for (String path : paths) {
            double value = Objects.requireNonNull(values.get(path));
            List<Run> runs = new ArrayList<>();
            for (double factor : FACTORS) {
                Run run = moved(defaults, path, value, factor);
                listener.ran(run, ++number, all);
                runs.add(run);
            }
            moved.add(new Moved(path, value, runs.getFirst(), runs.getLast()));
        }
        return new Result(trials, standard.score().visits().size(), asIs, moved);
    }

    private Run moved(EngineParameters defaults, String path, double value, double factor) {
        EngineParameters parameters = ParameterPaths.with(defaults, path, value * factor);
        double is = Objects.requireNonNull(ParameterPaths.numbers(parameters).get(path));
        if (is == value) {
            // A small whole number: the next one.
            is = value + Math.signum(factor - 1);
            parameters = ParameterPaths.with(defaults, path, is);
        }
        try {
            return new Measured(path, is, exact(play(parameters)));
        } catch (RuntimeException e) {
            // A probability above one, say. That is told, and the rest goes on.
            return new Refused(path, is, e.toString());
        }
    }

    private Outcome play(EngineParameters parameters) {
        return Outcome.pooled(
                "all", Campaign.inOrder(recordings, threads, recording -> recording.play(parameters), done -> {}));
    }

    private static double exact(Outcome outcome) {
        return Objects.requireNonNullElse(outcome.score().figures().get("exact"), Double.NaN);
    }
}
