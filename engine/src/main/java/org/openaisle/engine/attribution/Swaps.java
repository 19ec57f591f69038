package org.openaisle.engine.attribution;

import java.util.List;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;

/** One good goes, another comes, within one disturbance. */
final class Swaps extends Causes {
    Swaps(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        super(change, reaches, gone, scene, parameters);
    }

    @Override
    List<Explanation> find() {
        for (Good taken : scene.own()) {
            scene.carried().forEach((id, holders) -> {
                Good left = scene.good(id);
                double grams = left.weightGrams() - taken.weightGrams();
                double variance = variance(left, taken);
                if (left.id() != taken.id() && left.gtin() != null && fit.near(grams, variance)) {
                    double weight = StrictMath.log(p.twoProducts()) + fit.log(grams, variance);
                    exchange(left, taken, holders, weight, this::who);
                }
            });
        }
        return found;
    }

    private double who(Reach leaves, Reach takes) {
        return leaves.party() == takes.party() ? actor(leaves) : StrictMath.log(p.togetherTake()) + both(leaves, takes);
    }
}
