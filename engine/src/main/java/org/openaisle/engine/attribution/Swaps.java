package org.openaisle.engine.attribution;

import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** One good goes, another comes, within one disturbance. */
final class Swaps extends Causes {
    Swaps(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        super(change, reaches, gone, scene, parameters);
    }

    @Override
    List<Explanation> find() {
        swaps();
        return found;
    }

    private void swaps() {
        for (Good taken : scene.own()) {
            scene.carried().forEach((id, holders) -> {
                Good left = scene.good(id);
                double grams = left.weightGrams() - taken.weightGrams();
                double variance =
                        left.weightSdGrams() * left.weightSdGrams() + taken.weightSdGrams() * taken.weightSdGrams();
                if (left.id() == taken.id() || left.gtin() == null || !fit.near(grams, variance)) {
                    return;
                }
                boolean own = scene.own().stream().anyMatch(g -> g.id() == left.id());
                double weight =
                        StrictMath.log(p.twoProducts() * (own ? p.putBack() : p.misplace())) + fit.log(grams, variance);
                int place = own ? Holder.ELSEWHERE : scene.plate();
                for (Reach one : reaches) {
                    Party leaves = one.party();
                    if (leaves == null || !holders.contains(leaves) || scene.staff(leaves)) {
                        continue;
                    }
                    for (Reach other : reaches) {
                        Party takes = other.party();
                        if (takes != null && !scene.staff(takes)) {
                            double who =
                                    takes == leaves ? actor(one) : StrictMath.log(p.togetherTake()) + both(one, other);
                            add(
                                    Kind.MISPLACE,
                                    leaves,
                                    List.of(
                                            new Movement(left.id(), 1, Holder.cart(leaves.id()), place),
                                            new Movement(taken.id(), 1, Holder.ELSEWHERE, Holder.cart(takes.id()))),
                                    weight
                                            + who
                                            + (scene.readings(other, taken, true) + scene.readings(one, left, false))
                                                    / 2);
                        }
                    }
                }
            });
        }
    }
}
