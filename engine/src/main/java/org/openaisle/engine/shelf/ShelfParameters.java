package org.openaisle.engine.shelf;

import java.io.Serializable;

/**
 * How plates are read. Times in seconds, weights in grams, thresholds in standard deviations of the plate's own noise.
 *
 * @param slack the CUSUM's allowance: drifts below it are followed, not reported (Basseville and Nikiforov 1993, ch. 2.2)
 * @param alarm the CUSUM's threshold
 * @param flatSeconds how long a plate must be flat to be at rest again
 * @param flatness the flat window's standard deviation may be this many times the plate's noise
 * @param refineSeconds how much longer the new level is averaged before the change is said
 * @param memorySeconds time constant with which a plate at rest follows its drift
 * @param leastNoiseGrams no plate is believed to be quieter
 * @param settlingGrams what ringing and creep leave of error in a settled level
 * @param leastShare of the lightest product on the plate: smaller steps are no events
 * @param leastGrams steps smaller than this are no events anywhere
 * @param crosstalkShare a neighbour's simultaneous step below this share of the larger one is crosstalk
 * @param crosstalkMean what of a neighbour's step leaks over, as a share; {@code crosstalkSd} its standard deviation over plates
 * @param silentSeconds without samples before a plate is called silent
 */
public record ShelfParameters(
        double slack,
        double alarm,
        double flatSeconds,
        double flatness,
        double refineSeconds,
        double memorySeconds,
        double leastNoiseGrams,
        double settlingGrams,
        double leastShare,
        double leastGrams,
        double crosstalkShare,
        double crosstalkMean,
        double crosstalkSd,
        double silentSeconds)
        implements Serializable {
    public static ShelfParameters defaults() {
        return new ShelfParameters(1.0, 9.0, 0.50, 1.7, 0.4, 2.0, 0.4, 0.6, 0.5, 4.0, 0.06, 0.02, 0.012, 5.0);
    }
}
