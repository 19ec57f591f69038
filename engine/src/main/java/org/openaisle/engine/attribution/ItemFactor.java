package org.openaisle.engine.attribution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.HeldThing;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Observation.ItemReading.Candidate;

/** What readings of things in somebody's hands say about one product having been there. */
final class ItemFactor {
    private ItemFactor() {}

    /**
     * Log of p(readings | the thing is that product) / p(readings | it is anything). A camera keeps taking a thing for the same
     * look-alike, so that all its readings are worth one; another camera's are looks of their own.
     */
    static double log(HeldThing thing, Gtin gtin, AttributionParameters p) {
        SortedMap<String, double[]> cameras = new TreeMap<>();
        for (ItemReading reading : thing.readings()) {
            double[] sums = cameras.computeIfAbsent(reading.cameraId(), camera -> new double[2]);
            sums[0] += StrictMath.log(ratio(reading, gtin, p));
            sums[1]++;
        }
        double log = 0;
        for (double[] sums : cameras.values()) {
            log += sums[0] / sums[1];
        }
        return log;
    }

    /** How much likelier one reading is of the product than of anything. */
    private static double ratio(ItemReading reading, Gtin gtin, AttributionParameters p) {
        double named = 0;
        for (Candidate c : reading.candidates()) {
            if (c.gtin().equals(gtin)) {
                named = c.probability();
            }
        }
        return 1 - p.readingTrust() + p.readingTrust() * named / p.readingBase();
    }

    /**
     * What readings of things say of a product having been in some hands, which held each of them with probability {@code share};
     * {@code log} is what they say of each being that product.
     */
    static double log(
            List<HeldThing> things,
            ToDoubleFunction<HeldThing> share,
            ToDoubleFunction<HeldThing> log,
            AttributionParameters p) {
        double sum = 0;
        for (HeldThing thing : things) {
            double s = p.thingTrust() * share.applyAsDouble(thing);
            sum += StrictMath.log(1 - s + s * StrictMath.exp(log.applyAsDouble(thing)));
        }
        return Math.max(-p.readingsMissing(), sum);
    }

    /** Log of p(readings | the product was in the hand) / p(readings | anything was). */
    static double log(List<HeldItem> held, Gtin gtin, AttributionParameters p) {
        double sum = 0;
        double count = 0;
        for (HeldItem item : held) {
            sum += StrictMath.log(1 - item.share() + item.share() * ratio(item.reading(), gtin, p));
            count += item.share();
        }
        double log = count <= p.readingsIndependent() ? sum : sum * p.readingsIndependent() / count;
        // That something else was read rules little out: there is another hand, and what it holds from before.
        return Math.max(-p.readingsMissing(), log);
    }
}
