package org.openaisle.engine.attribution;

import org.openaisle.engine.shelf.WeightChange;

/** How well a weight fits a change: a normal density with a heavy tail, per gram. */
final class Fit {
    private static final double LOG_SQRT_2_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double WIDEST = 5;
    private static final double PLAIN = 4.5;

    private final AttributionParameters parameters;
    private final double delta;
    private final double variance;

    Fit(WeightChange change, AttributionParameters parameters) {
        this.parameters = parameters;
        this.delta = change.deltaGrams();
        double gain = parameters.gainError() * delta;
        this.variance = change.sigmaGrams() * change.sigmaGrams() + gain * gain;
    }

    /** Log density of the change when goods of this weight (negative: taken off) are its cause. */
    double log(double grams, double unitVariance) {
        double sd = Math.sqrt(variance + unitVariance);
        double wide = 4 * sd + 6;
        return StrictMath.log((1 - parameters.heavyTail()) * StrictMath.exp(logNormal(grams, sd))
                + parameters.heavyTail() * StrictMath.exp(logNormal(grams, wide)));
    }

    /** Whether the plate's noise and the units' variance explain the difference, without the heavy tail. */
    boolean plain(double grams, double unitVariance) {
        return Math.abs(delta - grams) < PLAIN * Math.sqrt(variance + unitVariance) + 1;
    }

    private double logNormal(double grams, double sd) {
        double z = (delta - grams) / sd;
        return -z * z / 2 - StrictMath.log(sd) - LOG_SQRT_2_PI;
    }

    /** Whether goods of this weight are worth trying. */
    boolean near(double grams, double unitVariance) {
        double sd = Math.sqrt(variance + unitVariance);
        return Math.abs(delta - grams) < WIDEST * (2.5 * sd + 4);
    }
}
