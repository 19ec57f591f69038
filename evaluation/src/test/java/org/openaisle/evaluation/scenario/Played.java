package org.openaisle.evaluation.scenario;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.model.Observation;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Output;
import org.openaisle.model.Truth;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;

/** What an engine, as a store has it, said of a simulation while that ran. */
final class Played implements Recorder {
    private static final long WATERMARK_MILLIS = 2_000;

    final Simulation simulation;
    final List<Output> outputs = new ArrayList<>();
    final List<GateCrossing> crossings = new ArrayList<>();
    final List<Truth.Moment> moments = new ArrayList<>();
    private final Engine engine;

    Played(Simulation simulation) {
        this.simulation = simulation;
        engine = new Engine(simulation.store(), simulation.catalog(), EngineParameters.defaults());
        simulation.run(this);
        outputs.addAll(engine.advanceTo(moments.getLast().t()));
    }

    @Override
    public void observation(Observation observation) {
        outputs.addAll(engine.observe(observation));
        if (observation instanceof GateCrossing crossing) {
            crossings.add(crossing);
        }
    }

    @Override
    public void moment(Truth.Moment moment) {
        moments.add(moment);
        outputs.addAll(engine.advanceTo(moment.t() - WATERMARK_MILLIS));
    }

    Truth truth() {
        return simulation.truth();
    }

    <T extends Output> List<T> all(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
