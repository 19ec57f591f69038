package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.model.Observation;
import org.openaisle.model.Truth;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.StoreKind;

/** The same observations give the same decisions, byte for byte, however they arrive and whatever happens to the engine between. */
class ReproducibilityTest {
    static Stream<Path> recordings() {
        List<Path> recordings = new ArrayList<>();
        recordings.add(Path.of(System.getProperty("openaisle.root", "..")).resolve("samples/corner-shop"));
        recordings.add(Path.of(System.getProperty("openaisle.contract", "../shared/contract"))
                .resolve("samples/kiosk-calm"));
        return recordings.stream().filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theSameDecisionsTwiceWithArrivalsDrawnAnewAndWithRestarts(Path folder) {
        RecordingFolder recording = RecordingFolder.open(folder);
        Transcript once = new Transcript();
        EngineRun run = EngineRun.of(recording, once);
        assertThat(once.decisions()).isNotEmpty();

        Transcript twice = new Transcript();
        EngineRun.of(recording, twice);
        assertThat(twice.decisions()).isEqualTo(once.decisions());
        assertThat(twice.tracks()).isEqualTo(once.tracks());

        for (long seed = 1; seed <= 2; seed++) {
            System.out.println(folder.getFileName() + ": arrivals drawn anew, and about 20 restarts, seed " + seed);
            assertThat(Reproducibility.withArrivalsDrawnAnew(recording, seed)).isEqualTo(once.decisions());
            assertThat(Reproducibility.withRestarts(recording, run.summary().observed(), 20, seed))
                    .isEqualTo(once.decisions());
        }
    }

    @Test
    void restartsAndOtherArrivalsReallyHappen() {
        Simulation simulation = Simulation.of(StoreKind.KIOSK, Mix.CALM, 1, 1);
        Engine engine = new Engine(simulation.store(), simulation.catalog(), EngineParameters.defaults());
        EngineSink restarting = EngineSink.restarting(engine, output -> {}, 1, 0.01);
        List<Observation> before = new ArrayList<>();
        List<Observation> after = new ArrayList<>();
        RedrawnArrivals redrawn = new RedrawnArrivals(
                new EventSink() {
                    @Override
                    public void observe(Observation observation) {
                        after.add(observation);
                        restarting.observe(observation);
                    }

                    @Override
                    public void advanceTo(long watermark) {
                        restarting.advanceTo(watermark);
                    }
                },
                1);
        simulation.run(new Recorder() {
            @Override
            public void observation(Observation observation) {
                before.add(observation);
                redrawn.observe(observation);
            }

            @Override
            public void moment(Truth.Moment moment) {
                redrawn.advanceTo(moment.t() - 2000);
            }
        });
        redrawn.finish();
        assertThat(restarting.restarted()).isBetween(5, 100);
        assertThat(after).hasSameSizeAs(before).isNotEqualTo(before).containsAll(before);
    }
}
