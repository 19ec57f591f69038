package org.openaisle.evaluation.campaign;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.evaluation.ArrivalFeed;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.Transcript;
import org.openaisle.model.Catalog;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;

/** A trial's recording, without files: what a replay of the files would give an engine arrives here as well. */
sealed interface Simulated {
    /** Made anew every time it is played, from simulator to engine: costs time, and hardly any memory. */
    static Simulated anew(Trial trial) {
        return new Anew(trial);
    }

    /** Made once, and held in memory. */
    static Held held(Trial trial) {
        Simulation simulation = trial.simulation();
        List<Observation> observations = new ArrayList<>();
        simulation.run(new Recorder() {
            @Override
            public void observation(Observation observation) {
                observations.add(observation);
            }

            @Override
            public void moment(Truth.Moment moment) {}
        });
        return new Held(trial, simulation.store(), simulation.catalog(), observations, simulation.truth());
    }

    /** What an engine with these parameters makes of it. */
    Outcome play(EngineParameters parameters);

    /** See {@link #anew}. */
    record Anew(Trial trial) implements Simulated {
        @Override
        public Outcome play(EngineParameters parameters) {
            Simulation simulation = trial.simulation();
            Transcript transcript = new Transcript();
            ArrivalFeed feed = feed(simulation.store(), simulation.catalog(), parameters, transcript);
            simulation.run(feed);
            feed.finish();
            return transcript.outcome(trial.name(), simulation.catalog(), simulation.truth());
        }
    }

    /** See {@link #held}. */
    record Held(Trial trial, Store store, Catalog catalog, List<Observation> observations, Truth truth)
            implements Simulated {
        public Held {
            observations = List.copyOf(observations);
        }

        /** About how much memory it takes: what a 64-bit machine needs for the arrays and objects of its observations. */
        long bytes() {
            long bytes = 0;
            for (Observation observation : observations) {
                bytes += switch (observation) {
                    case Observation.WeightSamples w -> 64 + 8L * w.grams().length;
                    case Observation.CameraFrame f -> {
                        long frame = 64;
                        for (PersonDetection p : f.people()) {
                            frame += 112 + 4L * (p.keypoints().length + p.appearance().length);
                        }
                        yield frame;
                    }
                    case Observation.ItemReading i -> 96 + 32L * i.candidates().size();
                    case Observation.GateScan g -> 64;
                    case Observation.GateCrossing g -> 32;
                    case Observation.StaffNotice n -> 64;
                    case Observation.PlanogramChange p -> 64 + 64L * p.rows().size();
                    case Observation.CatalogChange c -> 64 + 128L * c.products().size();
                    case Observation.KioskVisit k -> 64;
                };
            }
            return bytes;
        }

        @Override
        public Outcome play(EngineParameters parameters) {
            Transcript transcript = new Transcript();
            ArrivalFeed feed = feed(store, catalog, parameters, transcript);
            observations.forEach(feed::observation);
            feed.finish();
            return transcript.outcome(trial.name(), catalog, truth);
        }
    }

    private static ArrivalFeed feed(Store store, Catalog catalog, EngineParameters parameters, Transcript transcript) {
        return ArrivalFeed.into(new Engine(store, catalog, parameters), output -> {
            // Where everybody was would fill the memory, and is not asked.
            if (!(output instanceof Output.Positions)) {
                transcript.accept(output);
            }
        });
    }
}
