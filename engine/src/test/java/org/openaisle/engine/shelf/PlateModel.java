package org.openaisle.engine.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A plate as a test wants it: a script of loads over time, felt through a weakly damped spring, noise, drift and rounding.
 * Seconds count from the beginning of the script.
 */
public final class PlateModel {
    public static final double RATE = 20;
    private static final double RINGING_HERTZ = 4;
    private static final double DAMPING = 0.35;
    private static final int SUBSTEPS = 20;

    /** A load that grows linearly from one moment to another and then stays. */
    private record Ramp(double from, double to, double grams) {
        double at(double t) {
            return t <= from ? 0 : t >= to ? grams : grams * (t - from) / (to - from);
        }
    }

    private record Stretch(double from, double to) {
        boolean covers(double t) {
            return t >= from && t < to;
        }
    }

    /** One sample. */
    public record Sample(double seconds, double grams) {}

    private final double start;
    private final Random random;
    private final List<Ramp> ramps = new ArrayList<>();
    private final List<Stretch> gaps = new ArrayList<>();
    private final List<Stretch> stuck = new ArrayList<>();
    private double noise = 0.8;
    private double noiseChangesAt = Double.POSITIVE_INFINITY;
    private double laterNoise;
    private double driftPerSecond;
    private double quantum;

    public PlateModel(double startGrams, long seed) {
        this.start = startGrams;
        this.random = new Random(seed);
    }

    public PlateModel noise(double grams) {
        noise = grams;
        return this;
    }

    /** From then on the noise is another. */
    public PlateModel noiseFrom(double seconds, double grams) {
        noiseChangesAt = seconds;
        laterNoise = grams;
        return this;
    }

    public PlateModel drift(double gramsPerSecond) {
        driftPerSecond = gramsPerSecond;
        return this;
    }

    public PlateModel roundedTo(double grams) {
        quantum = grams;
        return this;
    }

    /** Goods come (or, with negative grams, go) within a tenth of a second. */
    public PlateModel step(double at, double grams) {
        return slowly(at, at + 0.1, grams);
    }

    /** Goods come or go over a stretch of time. */
    public PlateModel slowly(double from, double to, double grams) {
        ramps.add(new Ramp(from, to, grams));
        return this;
    }

    /** A hand presses, never twice as hard, and lifts again. */
    public PlateModel press(double from, double to, double grams) {
        double pressed = 0;
        double t = from;
        for (int i = 0; t < to - 0.3; i++, t += 0.15) {
            double next = grams * (1 + 0.2 * Math.sin(2.4 * i));
            slowly(t, t + 0.15, next - pressed);
            pressed = next;
        }
        return slowly(t, to, -pressed);
    }

    public PlateModel gap(double from, double to) {
        gaps.add(new Stretch(from, to));
        return this;
    }

    public PlateModel stuck(double from, double to) {
        stuck.add(new Stretch(from, to));
        return this;
    }

    public List<Sample> samples(double seconds) {
        List<Sample> samples = new ArrayList<>();
        double omega = 2 * Math.PI * RINGING_HERTZ;
        double dt = 1 / (RATE * SUBSTEPS);
        double felt = start;
        double speed = 0;
        double last = start;
        for (int i = 0; i < seconds * RATE; i++) {
            for (int s = 0; s < SUBSTEPS; s++) {
                double pull = omega * omega * (load(i / RATE + s * dt) - felt) - 2 * DAMPING * omega * speed;
                speed += pull * dt;
                felt += speed * dt;
            }
            double t = (i + 1) / RATE;
            double grams =
                    felt + driftPerSecond * t + (t < noiseChangesAt ? noise : laterNoise) * random.nextGaussian();
            grams = quantum > 0 ? quantum * Math.rint(grams / quantum) : Math.rint(grams * 10) / 10;
            last = stuck.stream().anyMatch(x -> x.covers(t)) ? last : grams;
            if (gaps.stream().noneMatch(x -> x.covers(t))) {
                samples.add(new Sample(t, last));
            }
        }
        return samples;
    }

    private double load(double t) {
        double sum = start;
        for (Ramp r : ramps) {
            sum += r.at(t);
        }
        return sum;
    }
}
