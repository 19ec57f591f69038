package org.openaisle.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.model.Observation;
import org.openaisle.model.Truth;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Recorder;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.StoreKind;

/**
 * What an engine costs that has been running for so long. A simulated store is played into it as it is made, a stretch at a time;
 * only the engine's own calls are timed, as CPU time of their thread.
 *
 * @param minutes how long the store was open
 * @param quarters what each quarter of that time cost
 * @param heapBytes what the engine held at the end, after garbage collection
 */
public record Growth(int minutes, List<Cost> quarters, long heapBytes) {
    private static final long SEED = 9001;
    private static final int QUARTERS = 4;

    public Growth {
        quarters = List.copyOf(quarters);
    }

    /**
     * What a stretch of time cost.
     *
     * @param engineNanos CPU time of the engine's verbs
     * @param orderNanos CPU time of putting into event time what arrives
     * @param people inside, on average: more of them make an observation dearer
     */
    public record Cost(long observations, long engineNanos, long orderNanos, double people) {
        public double engineMicros() {
            return engineNanos / 1e3 / Math.max(1, observations);
        }

        /** The engine's, and that of event time. */
        public double pathMicros() {
            return (engineNanos + orderNanos) / 1e3 / Math.max(1, observations);
        }
    }

    /** Runs a convenience store on an ordinary afternoon; {@code progress} is told what share of the time has passed. */
    public static Growth of(int minutes, DoubleConsumer progress) {
        Simulation simulation = Simulation.of(StoreKind.CONVENIENCE, Mix.BUSY, SEED, minutes);
        Meter meter = new Meter(simulation, minutes, progress);
        simulation.run(meter);
        meter.finish();
        long with = heapAfterCollection();
        meter.engine = null;
        long without = heapAfterCollection();
        // The difference is the engine only if nothing else goes between the two looks.
        Reference.reachabilityFence(simulation);
        return new Growth(minutes, meter.quarters(), with - without);
    }

    /** All quarters together. */
    public Cost all() {
        long observations = 0;
        long engine = 0;
        long order = 0;
        double people = 0;
        for (Cost q : quarters) {
            observations += q.observations;
            engine += q.engineNanos;
            order += q.orderNanos;
            people += q.people / quarters.size();
        }
        return new Cost(observations, engine, order, people);
    }

    private static long heapAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        // The serial collector compacts fully every fourth time only; otherwise it leaves some of what is dead.
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** Times the engine quarter by quarter. */
    private static final class Meter implements Recorder {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final Stretch stretch = new Stretch();
        private final ArrivalFeed feed = new ArrivalFeed(stretch, ArrivalFeed.STEP_MILLIS);
        private final List<Observation> arrived = new ArrayList<>();
        private final List<Cost> quarters = new ArrayList<>();
        private final long quarterMillis;
        private final DoubleConsumer progress;
        private @Nullable EngineSink engine;
        private long begin = Long.MIN_VALUE;
        private long observations;
        private long engineNanos;
        private long orderNanos;
        private long moments;
        private long people;

        Meter(Simulation simulation, int minutes, DoubleConsumer progress) {
            this.quarterMillis = minutes * 60_000L / QUARTERS;
            this.progress = progress;
            this.engine = new EngineSink(
                    new Engine(simulation.store(), simulation.catalog(), EngineParameters.defaults()), output -> {});
        }

        @Override
        public void observation(Observation observation) {
            arrived.add(observation);
            if (arrived.size() >= Stretch.LENGTH) {
                play();
            }
        }

        @Override
        public void moment(Truth.Moment moment) {
            begin = begin == Long.MIN_VALUE ? moment.t() : begin;
            progress.accept((double) (moment.t() - begin) / (QUARTERS * quarterMillis));
            moments++;
            people += moment.people().size();
            if (moment.t() - begin >= (quarters.size() + 1) * quarterMillis && quarters.size() < QUARTERS - 1) {
                play();
                endQuarter();
            }
        }

        void finish() {
            play();
            feed.finish();
            play();
            endQuarter();
        }

        private void play() {
            long start = cpuNanos();
            arrived.forEach(feed::observation);
            long ordered = cpuNanos();
            if (engine != null) {
                stretch.playInto(engine);
            }
            engineNanos += cpuNanos() - ordered;
            orderNanos += ordered - start;
            observations += arrived.size();
            arrived.clear();
        }

        private void endQuarter() {
            quarters.add(new Cost(observations, engineNanos, orderNanos, (double) people / Math.max(1, moments)));
            observations = 0;
            engineNanos = 0;
            orderNanos = 0;
            moments = 0;
            people = 0;
        }

        List<Cost> quarters() {
            return quarters;
        }

        private static long cpuNanos() {
            return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        }
    }
}
