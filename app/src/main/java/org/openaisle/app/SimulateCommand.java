package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openaisle.model.Observation;
import org.openaisle.model.Truth;
import org.openaisle.recording.CatalogFile;
import org.openaisle.recording.ObservationsFile;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.StoreFile;
import org.openaisle.recording.TruthFile;
import org.openaisle.recording.TruthTracksFile;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.SimulationParameters;
import org.openaisle.simulator.StoreKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a recording of a store that does not exist. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a recording of a store that does not exist, with its truth: people, hands, plates, cameras.",
            "",
            "The same options give the same recording, byte for byte."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle simulate --store kiosk --mix calm --seed 7 --minutes 5 --out kiosk-7",
            "  openaisle simulate --store convenience --mix adversarial --degraded --minutes 15 --out hard"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int LONGEST_MINUTES = 24 * 60;

    @Option(
            names = "--store",
            defaultValue = "corner",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private StoreKind kind;

    @Option(
            names = "--mix",
            defaultValue = "busy",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Mix mix;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another store, other people (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "10",
            description = "How long (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The recording's folder; made if it is not there.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--degraded", description = "Some plates and a camera fail, and samples get lost.")
    private boolean degraded;

    @Option(names = "--shared", description = "Plates carry several products each.")
    private boolean shared;

    @Option(names = "--plain", description = "Write observations.ndjson, readable, instead of the compressed .zst.")
    private boolean plain;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new Refusal("--minutes must be within 1.." + LONGEST_MINUTES + ", is " + minutes);
        }
        makeFolder();
        SimulationParameters parameters = SimulationParameters.of(kind, mix);
        parameters = shared ? parameters.withSharedPlates() : parameters;
        Simulation simulation = Simulation.of(degraded ? parameters.withFaults() : parameters, seed, minutes);
        StoreFile.write(folder.resolve(RecordingFolder.STORE), simulation.store());
        CatalogFile.write(folder.resolve(RecordingFolder.CATALOG), simulation.catalog());
        String name = plain ? RecordingFolder.OBSERVATIONS : RecordingFolder.COMPRESSED_OBSERVATIONS;
        try (ObservationsFile observations = ObservationsFile.create(folder.resolve(name));
                Progress progress = new Progress(spec.commandLine().getErr())) {
            Written written = new Written(observations, progress, 60_000L * minutes);
            simulation.run(written);
            TruthTracksFile.write(folder.resolve(RecordingFolder.TRUTH_TRACKS), written.moments);
            progress.clear();
            say(simulation.truth(), written.count);
        }
        TruthFile.write(folder.resolve(RecordingFolder.TRUTH), simulation.truth());
        return 0;
    }

    private void makeFolder() {
        if (Files.exists(folder.resolve(RecordingFolder.STORE))) {
            throw new Refusal(
                    folder + " already has a " + RecordingFolder.STORE + ". Maybe name a new folder with --out?");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal("cannot make the folder " + folder + ". Maybe it is a file, or write-protected?");
        }
    }

    private void say(Truth truth, long observations) {
        long units = truth.visits().stream()
                .flatMap(v -> v.lines().stream())
                .mapToLong(Truth.Line::quantity)
                .sum();
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "%s: %s, %s, %d min, %d visits, %d units carried out, %d observations",
                folder,
                kind.name().toLowerCase(Locale.ROOT),
                mix.name().toLowerCase(Locale.ROOT),
                minutes,
                truth.visits().size(),
                units,
                observations));
        out.flush();
    }

    /** Writes observations as they come; the moments are few enough to be held. */
    private static final class Written implements Recorder {
        private final ObservationsFile observations;
        private final Progress progress;
        private final long length;
        private final List<Truth.Moment> moments = new ArrayList<>();
        private long count;

        Written(ObservationsFile observations, Progress progress, long length) {
            this.observations = observations;
            this.progress = progress;
            this.length = length;
        }

        @Override
        public void observation(Observation observation) {
            observations.write(observation);
            count++;
        }

        @Override
        public void moment(Truth.Moment moment) {
            moments.add(moment);
            progress.at((double) (moment.t() - moments.getFirst().t()) / length, count + " observations");
        }
    }
}
