package org.openaisle.evaluation;

import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.Engine;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.recording.EventSink;

/** An engine as the end of a replay: hands on what it says. */
final class EngineSink implements EventSink {
    private final Consumer<Output> outputs;
    private final @Nullable Random restarts;
    private final double restartProbability;
    private Engine engine;
    private int restarted;

    EngineSink(Engine engine, Consumer<Output> outputs) {
        this(engine, outputs, null, 0);
    }

    private EngineSink(Engine engine, Consumer<Output> outputs, @Nullable Random restarts, double restartProbability) {
        this.engine = engine;
        this.outputs = outputs;
        this.restarts = restarts;
        this.restartProbability = restartProbability;
    }

    /** The same with an engine that is thrown away now and then and resumed from its snapshot. */
    static EngineSink restarting(Engine engine, Consumer<Output> outputs, long seed, double probability) {
        return new EngineSink(engine, outputs, new Random(seed), probability);
    }

    @Override
    public void observe(Observation observation) {
        engine.observe(observation).forEach(outputs);
        if (restarts != null && restarts.nextDouble() < restartProbability) {
            engine = Engine.resume(engine.snapshot());
            restarted++;
        }
    }

    @Override
    public void advanceTo(long watermark) {
        engine.advanceTo(watermark).forEach(outputs);
    }

    int restarted() {
        return restarted;
    }
}
