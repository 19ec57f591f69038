package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate: a level that is constant but for slow drift, noise, and disturbed stretches between plateaus.
 *
 * <p>At rest a recursive mean follows the level and a two-sided CUSUM watches the innovations (Page 1954; Basseville and
 * Nikiforov 1993, ch. 2.2). Disturbed, it waits until a window of samples is as flat as the plate's noise allows. The step
 * is said once the new level has been averaged a little longer, or as soon as the next disturbance begins.
 */
final class PlateSensor implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * A step from one plateau to the next.
     *
     * @param movedFrom when the weight first passed a fifth of the way; {@code movedTo} when it last passed four fifths: a hand
     *     may press or rest on a plate long before and after it lifts
     * @param rests where in between the weight nearly stood still
     * @param swing how far it went meanwhile, when no fault hid that
     */
    record Step(
            long startedAt,
            long endedAt,
            long movedFrom,
            long movedTo,
            double deltaGrams,
            double sigmaGrams,
            List<Rest> rests,
            Swing swing)
            implements Serializable {}

    /** A pause between samples longer than this may hide a hand. */
    private static final long BLIND_MILLIS = 350;

    /** A pause longer than this hides a whole reach. */
    private static final long SILENT_MILLIS = 1500;

    private static final double INSTANT_GRAMS = 40;
    private static final double RESTLESS_SECONDS = 8;
    private static final long UNSHOWN_FAULT_MILLIS = 110_000;

    private final ShelfParameters parameters;
    private final int window;
    private final int refine;
    private final double follow;
    private final long instantMillis;
    private final int restless;
    private final long[] times;
    private final double[] values;
    private int seen;

    private double level;
    private double variance;
    private double levelCount;
    private double drift;
    private boolean initialised;
    private boolean disturbed;
    private double above;
    private double below;
    private long aboveSince;
    private long belowSince;
    private long startedAt;
    private double levelBefore;
    private double levelBeforeCount;
    private @Nullable Step pending;
    private int pendingAge;
    private int disturbedSamples;
    private double calmest;
    private final DisturbedStretch stretch = new DisturbedStretch();
    private double quantum = Double.POSITIVE_INFINITY;

    private long lastTime = Long.MIN_VALUE;
    private final FrozenReading frozen;
    private long blindFrom = Long.MIN_VALUE;
    private long blindTo;

    PlateSensor(double ratePerSecond, ShelfParameters parameters) {
        this.parameters = parameters;
        this.window = Math.max(5, (int) Math.round(parameters.flatSeconds() * ratePerSecond));
        this.refine = (int) Math.round(parameters.refineSeconds() * ratePerSecond);
        this.follow = parameters.memorySeconds() * ratePerSecond;
        this.restless = (int) (RESTLESS_SECONDS * ratePerSecond);
        this.instantMillis = (long) (2000 / ratePerSecond);
        this.frozen = new FrozenReading(ratePerSecond);
        this.times = new long[window];
        this.values = new double[window];
    }

    /** Takes one sample; returns a step when one has become complete. */
    @Nullable
    Step sample(long t, double grams) {
        double before = seen > 0 ? values[(seen - 1) % window] : grams;
        double jump = Math.abs(grams - before);
        if (jump > 0.04 && jump < quantum) {
            quantum = jump;
        }
        boolean gap = initialised && !disturbed && t - lastTime > BLIND_MILLIS;
        if (gap) {
            blindFrom = lastTime;
            blindTo = t;
        }
        boolean wasFrozen = frozen.is();
        frozen.sample(lastTime == Long.MIN_VALUE ? t : lastTime, t, before, grams, initialised ? level : grams);
        lastTime = t;
        if (initialised && !disturbed) {
            if (frozen.is()) {
                return pending == null ? null : takePending();
            }
            if (wasFrozen) {
                // Whatever was taken meanwhile shows now, and may have been taken at any time in between.
                blindFrom = frozen.since();
                blindTo = t;
                begin(blindFrom, t, grams);
            }
        }
        times[seen % window] = t;
        values[seen % window] = grams;
        seen++;
        if (!initialised) {
            start();
            return null;
        }
        return disturbed ? whileDisturbed(t, grams) : atRest(t, grams);
    }

    private void begin(long since, long t, double grams) {
        disturbed = true;
        disturbedSamples = 0;
        calmest = Double.POSITIVE_INFINITY;
        stretch.clear();
        stretch.add(t, grams);
        startedAt = since;
        levelBefore = level;
        levelBeforeCount = levelCount;
        above = 0;
        below = 0;
    }

    private void start() {
        if (seen >= window && spread() < 15) {
            level = mean();
            levelCount = window;
            variance = Math.max(square(spread()), square(parameters.leastNoiseGrams()));
            initialised = true;
        } else if (seen >= 50 * window) {
            level = mean();
            levelCount = 1;
            variance = 25;
            initialised = true;
        }
    }

    private @Nullable Step atRest(long t, double grams) {
        double sd = Math.sqrt(variance + variance / levelCount);
        double innovation = (grams - level) / sd;
        if (above == 0) {
            aboveSince = t;
        }
        if (below == 0) {
            belowSince = t;
        }
        above = Math.max(0, above + innovation - parameters.slack());
        below = Math.max(0, below - innovation - parameters.slack());
        if (above > parameters.alarm() || below > parameters.alarm()) {
            Step before = takePending();
            long since = above > below ? aboveSince : belowSince;
            begin(since - blindTo < BLIND_MILLIS && blindFrom > Long.MIN_VALUE ? blindFrom : since, t, grams);
            return before;
        }
        double clipped = Math.max(-3 * sd, Math.min(3 * sd, grams - level));
        levelCount = Math.min(levelCount + 1, follow);
        // While an alarm builds up the level stands still, or it would run after a slow pick.
        if (above < parameters.alarm() / 3 && below < parameters.alarm() / 3) {
            level += clipped / levelCount;
            drift += clipped / levelCount;
            double quickness = 1 / (4 * follow);
            variance = Math.max(
                    square(parameters.leastNoiseGrams()), variance + quickness * (clipped * clipped - variance));
        }
        if (pending != null && ++pendingAge >= refine) {
            return takePending();
        }
        return null;
    }

    private @Nullable Step whileDisturbed(long t, double grams) {
        stretch.add(t, grams);
        if (++disturbedSamples < window) {
            return null;
        }
        // A number that flickers between two steps of the scale has up to half a step of noise, whatever it had before.
        double sd = Math.max(Math.sqrt(variance), quantum < 20 ? quantum / 2 : 0);
        double spread = spread();
        calmest = Math.min(calmest, spread);
        if (disturbedSamples > restless) {
            // No reach lasts so long: the plate itself has become noisier.
            sd = Math.max(sd, calmest);
        }
        if (spread > parameters.flatness() * sd + 0.3 || Math.abs(slope()) > 2.5 * sd / Math.sqrt(window / 4.0) + 0.3) {
            return null;
        }
        level = mean();
        levelCount = window;
        variance = disturbedSamples > restless ? Math.max(variance, square(spread)) : variance;
        disturbed = false;
        pending = new Step(startedAt, times[seen % window], 0, 0, 0, 0, List.of(), Swing.NONE);
        pendingAge = 0;
        return null;
    }

    private @Nullable Step takePending() {
        Step step = refining();
        pending = null;
        return step;
    }

    /** The step whose new level is still being averaged, as well as it is known now. */
    @Nullable
    Step refining() {
        Step step = pending;
        if (step == null) {
            return null;
        }
        double sigma =
                Math.sqrt(variance / levelBeforeCount + variance / levelCount + square(parameters.settlingGrams()));
        long from = stretch.firstPast(levelBefore, level, 0.2, startedAt);
        long to = Math.max(from, stretch.lastBefore(levelBefore, level, 0.8, from));
        List<Rest> rests = List.of();
        Swing swing = Swing.NONE;
        if (step.startedAt == blindFrom) {
            from = blindFrom;
            to = Math.max(to, blindTo);
        } else if (step.endedAt - step.startedAt <= instantMillis
                && Math.abs(level - levelBefore) > Math.max(INSTANT_GRAMS, 20 * Math.sqrt(variance))
                && stretch.jumped(levelBefore, level)) {
            // No hand moves goods from one sample to the next: the plate comes to its senses after a fault that did not
            // show.
            from -= UNSHOWN_FAULT_MILLIS;
        } else {
            rests = stretch.rests(levelBefore, level, Math.sqrt(variance), from, to);
            swing = stretch.swing(levelBefore);
        }
        return new Step(step.startedAt, step.endedAt, from, to, level - levelBefore, sigma, rests, swing);
    }

    private double mean() {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / window;
    }

    private double spread() {
        double m = mean();
        double sum = 0;
        for (double v : values) {
            sum += square(v - m);
        }
        return Math.sqrt(sum / (window - 1));
    }

    /** Mean of the window's later half less that of its earlier half. */
    private double slope() {
        int half = window / 2;
        double early = 0;
        double late = 0;
        for (int i = 0; i < half; i++) {
            early += values[(seen + i) % window];
            late += values[(seen + window - 1 - i) % window];
        }
        return (late - early) / half;
    }

    private static double square(double v) {
        return v * v;
    }

    /** Start of what has not been said yet; {@link Long#MAX_VALUE} at rest. */
    long openSince() {
        if (pending != null) {
            return pending.startedAt;
        }
        return disturbed ? startedAt : Long.MAX_VALUE;
    }

    /** Start of the disturbance that goes on; {@link Long#MAX_VALUE} at rest. */
    long movingSince() {
        return disturbed ? startedAt : Long.MAX_VALUE;
    }

    /** How far from the level before the latest samples are, at most. */
    double swingGrams() {
        double most = 0;
        for (double v : values) {
            most = Math.max(most, Math.abs(v - levelBefore));
        }
        return most;
    }

    /** How far the level has crept since the beginning, without steps. */
    double driftGrams() {
        return drift;
    }

    double noiseGrams() {
        return Math.sqrt(variance);
    }

    long lastTime() {
        return lastTime;
    }

    /** Whether it said nothing of its load at some time between two moments, as far as is known now. */
    boolean wasNumb(long from, long to) {
        boolean stopped = frozen.is() && frozen.since() < to;
        boolean silent = seen > 0 && lastTime < to - SILENT_MILLIS;
        return stopped || silent || blindFrom < to && blindTo > from && blindTo - blindFrom > SILENT_MILLIS;
    }

    /** Whether it has stopped at one number. */
    boolean isFrozen() {
        return frozen.is();
    }
}
