package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/**
 * What may have happened at a plate that was touched and is as heavy as before: nothing, or one thing came and another of the
 * same weight went.
 */
final class Exchanges {
    /** A unit that was there for a moment, or missing, shows with this share of its weight. */
    private static final double LEAST_SHARE = 0.4;
    /** Hands that touch seldom make a plate much lighter. */
    private static final double LOG_LIFTED = StrictMath.log(10);

    private static final double CREEP_VARIANCE = 0.6;

    private final WeightChange change;
    private final List<Reach> reaches;
    private final Scene scene;
    private final AttributionParameters p;
    private final Fit fit;
    private final double total;
    private final List<Explanation> found = new ArrayList<>();

    Exchanges(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        this.change = change;
        this.reaches = reaches;
        this.scene = scene;
        this.p = parameters;
        this.fit = new Fit(change, parameters);
        this.total = parameters.unseenActor()
                + gone
                + reaches.stream().mapToDouble(Reach::likelihood).sum();
    }

    /** Whether anybody holds what can have been put in place of what stands there. */
    static boolean possible(WeightChange change, Scene scene, AttributionParameters parameters) {
        Fit fit = new Fit(change, parameters);
        List<Good> own = scene.own();
        return scene.carried().keySet().stream()
                .anyMatch(id -> own.stream().anyMatch(g -> fits(change, fit, scene.good(id), g)));
    }

    private static boolean fits(WeightChange change, Fit fit, Good left, Good taken) {
        return left.gtin() != null
                && change.swing().grams() > LEAST_SHARE * taken.weightGrams()
                && fit.plain(left.weightGrams() - taken.weightGrams(), variance(left, taken));
    }

    private static double variance(Good left, Good taken) {
        return left.weightSdGrams() * left.weightSdGrams() + taken.weightSdGrams() * taken.weightSdGrams();
    }

    List<Explanation> list() {
        for (Good taken : scene.own()) {
            scene.carried().forEach((id, holders) -> {
                Good left = scene.good(id);
                if (fits(change, fit, left, taken)) {
                    exchange(left, taken, holders);
                }
            });
        }
        found.add(new Explanation(Kind.NOTHING, null, List.of(), fit.log(0, CREEP_VARIANCE)));
        return found;
    }

    private void exchange(Good left, Good taken, List<Party> holders) {
        boolean own = scene.own().stream().anyMatch(g -> g.id() == left.id());
        int place = own ? Holder.ELSEWHERE : scene.plate();
        boolean lifted = -change.swing().lowGrams() > LEAST_SHARE * taken.weightGrams();
        double weight = fit.log(left.weightGrams() - taken.weightGrams(), variance(left, taken))
                + (lifted ? LOG_LIFTED : 0)
                + StrictMath.log(own ? p.putBack() : p.misplace());
        for (Reach one : reaches) {
            Party leaves = one.party();
            if (leaves == null || !holders.contains(leaves) || scene.staff(leaves)) {
                continue;
            }
            for (Reach other : reaches) {
                Party takes = other.party();
                if (takes == null || scene.staff(takes) || takes == leaves && left.id() == taken.id()) {
                    continue;
                }
                double who = takes == leaves
                        ? StrictMath.log(p.exchange() * one.likelihood() / total)
                        : StrictMath.log(p.exchangeTogether() * one.likelihood() * other.likelihood() / total);
                double readings = (scene.readings(other, taken, true) + scene.readings(one, left, false)) / 2;
                found.add(new Explanation(
                        own ? Kind.RETURN : Kind.MISPLACE,
                        leaves,
                        List.of(
                                new Movement(left.id(), 1, Holder.cart(leaves.id()), place),
                                new Movement(taken.id(), 1, Holder.ELSEWHERE, Holder.cart(takes.id()))),
                        weight + who + readings + scene.place(taken, other)));
            }
        }
    }
}
