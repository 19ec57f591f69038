package org.openaisle.simulator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Randomness for one purpose. Every purpose has a stream of its own, so that a change in one place does not shuffle the rest.
 *
 * <p>The normal deviates come from Marsaglia's polar method with {@link StrictMath}: the same on every machine.
 */
final class Dice {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String purpose) {
        long hash = 0xcbf29ce484222325L ^ seed * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 31;
        return new Dice(hash * 0xbf58476d1ce4e5b9L);
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** One of 0..{@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double normal(double mean, double sd) {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return mean + sd * value;
        }
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * scale;
                return mean + sd * u * scale;
            }
        }
    }

    /** A normal deviate cut off at {@code limit} standard deviations, so that no part of the model meets absurd values. */
    double bounded(double mean, double sd, double limit) {
        return mean + sd * Math.max(-limit, Math.min(limit, normal(0, 1)));
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    double logUniform(double from, double to) {
        return StrictMath.exp(uniform(StrictMath.log(from), StrictMath.log(to)));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index with probability proportional to its weight. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    long bits() {
        return random.nextLong();
    }
}
