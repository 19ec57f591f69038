package org.openaisle.engine.shelf;

import java.io.Serializable;

/**
 * Notices that a plate has stopped at one number: at the number it last had (stuck), or at zero from one sample to the next
 * (dead), which no hand can do.
 */
final class FrozenReading implements Serializable {
    private static final long serialVersionUID = 1;
    /** Log of how improbable a run of equal numbers must be, were the plate alive. */
    private static final double LOG_IMPROBABLE = StrictMath.log(1e-7);

    private static final double WARM_UP_SECONDS = 15;
    private static final double DEAD_GRAMS = 100;

    private final double forget;
    private final double warmUp;
    private double equalShare = 0.9;
    private int samples;
    private int run;
    private long runSince;
    private long since;
    private boolean frozen;

    FrozenReading(double ratePerSecond) {
        this.forget = 1 / (10 * ratePerSecond);
        this.warmUp = WARM_UP_SECONDS * ratePerSecond;
    }

    /** Takes a sample with the one before it and the level that the plate had at rest. */
    void sample(long before, long t, double gramsBefore, double grams, double level) {
        samples++;
        boolean equal = gramsBefore == grams;
        if (frozen) {
            run++;
            frozen = equal;
            if (!equal) {
                // Had it only been quiet, so long a run was nothing special: be slower to say so again.
                equalShare = Math.max(equalShare, 1 - 1.0 / run);
                run = 0;
            }
            return;
        }
        if (equal && run == 0) {
            runSince = before;
        }
        run = equal ? run + 1 : 0;
        boolean dead = grams == 0 && level > DEAD_GRAMS && Math.abs(gramsBefore - level) < 0.1 * level;
        boolean stuck = samples > warmUp && run * StrictMath.log(equalShare) < LOG_IMPROBABLE;
        equalShare = Math.min(0.9999, equalShare + forget * ((equal ? 1 : 0) - equalShare));
        if (dead || stuck) {
            frozen = true;
            since = dead ? before : runSince;
        }
    }

    boolean is() {
        return frozen;
    }

    /** When it stopped, the last time that it did. */
    long since() {
        return since;
    }
}
