package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Observation;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Truth;

class SimulationTest {
    private static final long SEED = 5;

    /** Takes everything down. */
    private static final class Tape implements Recorder {
        final List<Observation> observations = new ArrayList<>();
        final List<Truth.Moment> moments = new ArrayList<>();

        @Override
        public void observation(Observation observation) {
            observations.add(observation);
        }

        @Override
        public void moment(Truth.Moment moment) {
            moments.add(moment);
        }

        List<String> text() {
            return observations.stream()
                    .map(o -> o.t() + o.sensorId() + o.content())
                    .toList();
        }
    }

    private static Tape record(SimulationParameters parameters, int minutes) {
        Tape tape = new Tape();
        Simulation.of(parameters, SEED, minutes).run(tape);
        return tape;
    }

    @Test
    void sameSeedSameObservations() {
        SimulationParameters parameters = SimulationParameters.of(StoreKind.KIOSK, Mix.BUSY);
        Tape first = record(parameters, 2);
        Tape second = record(parameters, 2);
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(first.moments).isEqualTo(second.moments);
    }

    @Test
    void everyLineArrivesWithinTwoSecondsOfItsOwnTime() {
        Tape tape = record(SimulationParameters.of(StoreKind.KIOSK, Mix.RUSH).withFaults(), 3);
        long newest = Long.MIN_VALUE;
        for (Observation o : tape.observations) {
            newest = Math.max(newest, o.ownTime());
            assertThat(newest - o.ownTime())
                    .as("%s of %s at %d", o.type(), o.sensorId(), o.t())
                    .isLessThan(2_000);
        }
    }

    @Test
    void linesKeepTheContractsRanges() {
        SimulationParameters parameters = SimulationParameters.of(StoreKind.CORNER, Mix.ADVERSARIAL);
        Tape tape = record(parameters, 2);
        assertThat(tape.observations.stream().filter(CameraFrame.class::isInstance))
                .isNotEmpty();
        for (Observation o : tape.observations) {
            if (o instanceof CameraFrame frame) {
                frame.people().forEach(p -> {
                    assertThat(p.left()).isBetween(0.0, 1280.0);
                    assertThat(p.top()).isBetween(0.0, 720.0);
                    assertThat(p.width()).isPositive();
                    assertThat(p.appearance()).hasSize(16);
                });
            }
        }
    }

    @Test
    void everyTokenInTheTruthWasScanned() {
        SimulationParameters parameters = SimulationParameters.of(StoreKind.CORNER, Mix.BUSY);
        Tape tape = new Tape();
        Simulation simulation = Simulation.of(parameters, SEED, 3);
        assertThatThrownBy(simulation::truth).hasMessageContaining("run()");
        simulation.run(tape);
        Set<String> scanned = new TreeSet<>();
        for (Observation o : tape.observations) {
            if (o instanceof GateScan scan) {
                scanned.add(scan.token());
            }
        }
        assertThat(simulation.truth().visits()).isNotEmpty();
        for (Truth.Visit v : simulation.truth().visits()) {
            if (v.token() != null) {
                assertThat(scanned).contains(v.token());
            }
        }
    }

    @Test
    void brokenThingsFallSilentOrStick() {
        SimulationParameters parameters =
                SimulationParameters.of(StoreKind.KIOSK, Mix.CALM).withFaults();
        Tape tape = record(parameters, 2);
        long end = parameters.startMillis() + 2 * 60_000;
        Set<String> lateCameras = new TreeSet<>();
        Set<String> latePlates = new TreeSet<>();
        for (Observation o : tape.observations) {
            if (o.t() > end - 10_000 && o instanceof CameraFrame) {
                lateCameras.add(o.sensorId());
            }
            if (o.t() > end - 10_000 && o instanceof WeightSamples) {
                latePlates.add(o.sensorId());
            }
        }
        assertThat(lateCameras).as("one of 3 cameras is dead by then").hasSize(2);
        assertThat(latePlates).as("one of 24 plates is silent by then").hasSize(23);
    }

    @Test
    void refusesToSimulateNoTime() {
        assertThatThrownBy(() -> Simulation.of(StoreKind.KIOSK, Mix.CALM, 1, 0)).hasMessageContaining("is 0");
    }
}
