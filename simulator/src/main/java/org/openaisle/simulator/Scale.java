package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Observation.WeightSamples;

/** The electronics of a plate: samples with tare error, drift, noise, crosstalk and steps; lines of them. */
final class Scale {
    /** What a plate can suffer from. */
    enum Fault {
        NONE,
        STUCK,
        SILENT,
        NOISY
    }

    private record Failure(Fault what, long from, long until, double noiseFactor) {}

    private static final Failure NONE = new Failure(Fault.NONE, Long.MIN_VALUE, Long.MAX_VALUE, 1);

    private final Board board;
    private final Bearing bearing;
    private final SimulationParameters.Scales scales;
    private final Dice dice;
    private final double step;
    private final double noise;
    private final double tare;
    private final double period;
    private final List<Scale> neighbours = new ArrayList<>();
    private final List<Double> crosstalk = new ArrayList<>();
    private double drift;
    private double next;
    private final List<Failure> failures = new ArrayList<>();
    private double stuckAt = Double.NaN;
    private final double[] buffer = new double[200];
    private int filled;
    private double lineStart;
    private double lineEnd;
    private double deafUntil;

    Scale(Board board, Bearing bearing, SimulationParameters.Scales scales, long startMillis, Dice dice) {
        this.board = board;
        this.bearing = bearing;
        this.scales = scales;
        this.dice = dice;
        double u = dice.uniform(0, 1);
        this.step = u < 0.7 ? 1 : u < 0.88 ? 0.1 : 5;
        this.noise = dice.logUniform(scales.noiseFrom(), scales.noiseTo());
        this.tare = dice.uniform(-scales.tareMost(), scales.tareMost());
        // A converter's own crystal: up to 200 ppm off, so that the nominal interval drifts against the real one.
        this.period = 1000 / bearing.plate().ratePerSecond() * (1 + dice.uniform(-2e-4, 2e-4));
        this.next = startMillis + dice.uniform(0, period);
        this.lineEnd = next + dice.uniform(50, scales.lineToMillis());
    }

    Board board() {
        return board;
    }

    void besides(Scale neighbour) {
        neighbours.add(neighbour);
        crosstalk.add(dice.uniform(0, scales.crosstalkMost()) * (dice.chance(0.6) ? 1 : 0.1));
    }

    void fail(Fault what, long at, double factor) {
        fail(what, at, Long.MAX_VALUE, factor);
    }

    void fail(Fault what, long at, long until, double factor) {
        failures.add(new Failure(what, at, until, factor));
    }

    /** Takes the samples due until {@code now}; the line that is complete with them, if any. */
    @Nullable
    WeightSamples tick(long now) {
        WeightSamples line = null;
        while (next <= now) {
            Failure failure = failure(now);
            boolean heard = next >= deafUntil && failure.what != Fault.SILENT && !dice.chance(scales.lostChance());
            if (heard) {
                if (filled == 0) {
                    lineStart = next;
                }
                buffer[filled++] = reading(failure);
            }
            if (filled > 0 && (!heard || next + period > lineEnd || filled == buffer.length)) {
                line = flush();
            } else if (filled == 0) {
                lineEnd = Math.max(lineEnd, next + dice.uniform(scales.lineFromMillis(), scales.lineToMillis()));
            }
            next += period;
        }
        return line;
    }

    private WeightSamples flush() {
        double[] grams = new double[filled];
        System.arraycopy(buffer, 0, grams, 0, filled);
        filled = 0;
        lineEnd = next + dice.uniform(scales.lineFromMillis(), scales.lineToMillis());
        if (dice.chance(scales.gapChance())) {
            deafUntil = next + dice.uniform(300, 1300);
        }
        return new WeightSamples(Math.round(lineStart), bearing.plate().plateId(), Math.round(period), grams);
    }

    private double load() {
        return bearing.share() * board.shown();
    }

    private Failure failure(long now) {
        for (Failure f : failures) {
            if (now >= f.from && now < f.until) {
                return f;
            }
        }
        return NONE;
    }

    private double reading(Failure failure) {
        drift += dice.normal(0, scales.driftPerRootHour() * Math.sqrt(period / 3.6e6));
        double value = load() + tare + drift;
        for (int i = 0; i < neighbours.size(); i++) {
            value += crosstalk.get(i) * neighbours.get(i).load();
        }
        value += dice.normal(0, noise * (failure.what == Fault.NOISY ? failure.noiseFactor : 1));
        value = Math.round(value / step) * step;
        if (step < 1) {
            value = Math.round(value * 10) / 10.0;
        }
        stuckAt = failure.what != Fault.STUCK ? Double.NaN : Double.isNaN(stuckAt) ? value : stuckAt;
        return Double.isNaN(stuckAt) ? value : stuckAt;
    }
}
