package org.openaisle.engine.attribution;

import java.util.List;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.ItemReading.Candidate;

/** What readings of things in somebody's hands say about one product having been there. */
final class ItemFactor {
    private ItemFactor() {}

    /** Log of p(readings | the product was in the hand) / p(readings | anything was). */
    static double log(List<HeldItem> held, Gtin gtin, AttributionParameters p) {
        double sum = 0;
        double count = 0;
        for (HeldItem item : held) {
            double named = 0;
            for (Candidate c : item.reading().candidates()) {
                if (c.gtin().equals(gtin)) {
                    named = c.probability();
                }
            }
            double ratio = 1 - p.readingTrust() + p.readingTrust() * named / p.readingBase();
            sum += StrictMath.log(1 - item.share() + item.share() * ratio);
            count += item.share();
        }
        double log = count <= p.readingsIndependent() ? sum : sum * p.readingsIndependent() / count;
        // That something else was read rules little out: there is another hand, and what it holds from before.
        return Math.max(-p.readingsMissing(), log);
    }
}
