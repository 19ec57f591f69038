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
                for (Reach reach : reaches) {
                    Party party = reach.party();
                    if (party != null && holders.contains(party) && !scene.staff(party)) {
                        add(
                                Kind.MISPLACE,
                                party,
                                List.of(
                                        new Movement(
                                                left.id(),
                                                1,
                                                Holder.cart(party.id()),
                                                own ? Holder.ELSEWHERE : scene.plate()),
                                        new Movement(taken.id(), 1, Holder.ELSEWHERE, Holder.cart(party.id()))),
                                StrictMath.log(p.twoProducts() * (own ? p.putBack() : p.misplace()))
                                        + actor(reach)
                                        + fit.log(grams, variance)
                                        + (scene.readings(reach, taken, true) + scene.readings(reach, left, false))
                                                / 2);
                    }
                }
            });
        }
    }
}
