package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Benchmark;
import org.openaisle.recording.RecordingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what the engine costs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = PlatformBenchCommand.class,
        description = {
            "Measures observations a second and the multiple of real time, of the engine alone (its observations lie in memory)"
                    + " and with reading and parsing.",
            "",
            "Counted is the CPU time of the whole process, compiler and garbage collector included: what one core can do. The"
                    + " first repetition, in which everything is compiled, is told but not counted when there are more.",
            "",
            "With --growth instead: what an observation costs in a simulated store that is open longer and longer (CPU time of the"
                    + " engine's thread, without and with putting into event time), and what heap the engine holds at the end."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle bench samples/corner-shop",
            "  OPENAISLE_JAVA_OPTS=-Xmx512m openaisle bench samples/corner-shop --repeat 7",
            "  openaisle bench --growth",
            "  openaisle bench platform"
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "RECORDING",
            description = "Folder with store.json, catalog.json and observations.ndjson(.zst).")
    private @Nullable Path folder;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "4",
            description = "Repetitions (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(names = "--growth", description = "Measure how cost and memory grow with time.")
    private boolean growth;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            split = ",",
            defaultValue = "5,15,60",
            description = "With --growth: how long the store is open, one after the other (default: ${DEFAULT-VALUE}).")
    private List<Integer> minutes = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "docs/evaluation.md",
            description = "With --growth: the page into which figures are written (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (growth != (folder == null)) {
            throw new Refusal("bench needs either a recording or --growth");
        }
        if (growth) {
            minutes.stream().filter(m -> m < 1).forEach(m -> {
                throw new Refusal("--minutes must be at least 1, is " + m);
            });
            new GrowthBench(spec, new PageFile(file, spec)).run(minutes);
            return 0;
        }
        if (repetitions < 1) {
            throw new Refusal("--repeat must be at least 1, is " + repetitions);
        }
        RecordingFolder recording = RecordingFolder.open(Objects.requireNonNull(folder));
        PrintWriter out = spec.commandLine().getOut();
        List<Benchmark> all = new ArrayList<>();
        for (int i = 1; i <= repetitions; i++) {
            try (Progress progress = new Progress(spec.commandLine().getErr())) {
                Benchmark b = Benchmark.of(recording, BudgetCommand.watching(progress, "repetition " + i));
                all.add(b);
                progress.clear();
                out.println(String.format(
                        Locale.ROOT,
                        "repetition %d  engine alone %6.1f x real time, with parsing %6.1f x",
                        i,
                        b.engineTimesRealTime(),
                        b.timesRealTime()));
                out.flush();
            }
        }
        List<Benchmark> counted = all.size() > 1 ? all.subList(1, all.size()) : all;
        out.println(String.format(
                Locale.ROOT,
                "%n%.1f min recorded, %d observations, median (least to most) of %d",
                all.getFirst().summary().seconds() / 60,
                all.getFirst().summary().observed(),
                counted.size()));
        out.println(row("engine alone", counted, Benchmark::engineTimesRealTime, Benchmark::engineEventsPerSecond));
        out.println(row("with parsing", counted, Benchmark::timesRealTime, Benchmark::eventsPerSecond));
        long heap = all.stream().mapToLong(Benchmark::peakHeapBytes).max().orElse(0);
        out.println(String.format(
                "  %-14s%d MiB of %d MiB allowed",
                "peak heap", heap >> 20, Runtime.getRuntime().maxMemory() >> 20));
        return 0;
    }

    private static String row(
            String name, List<Benchmark> runs, ToDoubleFunction<Benchmark> times, ToDoubleFunction<Benchmark> events) {
        double[] t = runs.stream().mapToDouble(times).sorted().toArray();
        double[] e = runs.stream().mapToDouble(events).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "  %-14s%.1f x real time (%.1f to %.1f), %,.0f observations a second",
                name,
                t[t.length / 2],
                t[0],
                t[t.length - 1],
                e[e.length / 2]);
    }
}
