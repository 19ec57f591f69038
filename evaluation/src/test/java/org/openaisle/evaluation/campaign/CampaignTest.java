package org.openaisle.evaluation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.engine.EngineParameters;
import org.openaisle.evaluation.EngineRun;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.Transcript;
import org.openaisle.model.Observation;
import org.openaisle.model.Truth;
import org.openaisle.recording.CatalogFile;
import org.openaisle.recording.ObservationsFile;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.StoreFile;
import org.openaisle.recording.TruthFile;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.StoreKind;

class CampaignTest {
    @Test
    void aCampaignHasManyRecordingsEachWithASeedOfItsOwn() {
        List<Trial> trials = Trial.all(Trial.FIRST_SEED);
        assertThat(trials).hasSizeGreaterThanOrEqualTo(30);
        assertThat(trials.stream().map(Trial::seed))
                .containsExactlyElementsOf(
                        LongStream.range(5001, 5001 + trials.size()).boxed().toList());
        assertThat(trials.stream().map(Trial::kind)).contains(StoreKind.values());
        assertThat(trials.stream().map(Trial::mix)).contains(Mix.values());
        assertThat(trials.stream().map(Trial::name)).doesNotHaveDuplicates().contains("supermarket-rush-5001");
        assertThat(Trial.all(7001).getLast().name()).isEqualTo("kiosk-calm-7038");
    }

    @Test
    void whatIsPlayedInMemoryIsWhatAReplayOfTheFilesGives(@TempDir Path folder) {
        Trial trial = new Trial(StoreKind.KIOSK, Mix.BUSY, true, true, 5, 2);
        System.out.println("in memory and through files: " + trial.name());
        Simulation simulation = trial.simulation();
        StoreFile.write(folder.resolve(RecordingFolder.STORE), simulation.store());
        CatalogFile.write(folder.resolve(RecordingFolder.CATALOG), simulation.catalog());
        try (ObservationsFile file = ObservationsFile.create(folder.resolve(RecordingFolder.COMPRESSED_OBSERVATIONS))) {
            simulation.run(new Recorder() {
                @Override
                public void observation(Observation observation) {
                    file.write(observation);
                }

                @Override
                public void moment(Truth.Moment moment) {}
            });
        }
        TruthFile.write(folder.resolve(RecordingFolder.TRUTH), simulation.truth());
        Transcript transcript = new Transcript();
        RecordingFolder recording = RecordingFolder.open(folder);
        EngineRun.of(recording, transcript);
        Outcome replayed = transcript.outcome(recording);

        assertThat(replayed.decisions()).isNotEmpty();
        assertThat(replayed.live().delays()).isNotEmpty();
        for (Simulated simulated : List.of(Simulated.anew(trial), Simulated.held(trial))) {
            Outcome played = simulated.play(EngineParameters.defaults());
            assertThat(played.truth()).isEqualTo(replayed.truth());
            assertThat(played.decisions()).isEqualTo(replayed.decisions());
            assertThat(played.live()).isEqualTo(replayed.live());
        }
    }

    @Test
    void outcomesAreTheSameAndComeInOrderOnAnyNumberOfCores() {
        List<Trial> trials = Trial.few(1);
        List<Outcome> told = new ArrayList<>();
        Campaign several = Campaign.of(trials, 3, told::add);
        assertThat(several.outcomes())
                .isEqualTo(Campaign.of(trials, 1, done -> {}).outcomes())
                .isEqualTo(told);
        assertThat(several.outcomes().stream().map(Outcome::name))
                .containsExactly("kiosk-calm-1", "kiosk-busy-2-degraded", "kiosk-busy-3-shared");
        assertThat(several.pooled().stream().map(Outcome::name))
                .containsExactly("all calm", "all busy", "all degraded", "all shared", "all");
        int visits = 0;
        for (Outcome outcome : told) {
            visits += outcome.score().visits().size();
        }
        assertThat(several.all().score().visits()).hasSize(visits);
    }

    @Test
    void whatFailsInOneRecordingIsToldWithItsCause() {
        assertThatThrownBy(() -> Campaign.inOrder(
                        List.of(1, 2, 3),
                        2,
                        n -> {
                            if (n == 2) {
                                throw new IllegalStateException("two");
                            }
                            return n;
                        },
                        done -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two");
    }
}
