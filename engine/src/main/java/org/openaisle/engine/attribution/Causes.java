package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** One sort of causes of one weight change: what all sorts need to weigh theirs. */
abstract class Causes {
    static final int MOST_UNITS = 8;

    final WeightChange change;
    final List<Reach> reaches;
    final Scene scene;
    final AttributionParameters p;
    final Fit fit;
    final double unseen;
    final double total;
    final List<Explanation> found = new ArrayList<>();

    /** @param gone likelihood of the hands of parties that can no longer be charged: it counts as somebody unseen's */
    Causes(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        this.change = change;
        this.reaches = reaches;
        this.scene = scene;
        this.p = parameters;
        this.fit = new Fit(change, parameters);
        this.unseen = parameters.unseenActor() + gone;
        this.total = unseen + reaches.stream().mapToDouble(Reach::likelihood).sum();
    }

    /** All that are worth a look, in a fixed order. */
    abstract List<Explanation> find();

    double units(int n) {
        return n == 1
                ? StrictMath.log(p.oneUnit())
                : StrictMath.log((1 - p.oneUnit()) * (1 - p.furtherUnit())) + (n - 2) * StrictMath.log(p.furtherUnit());
    }

    double actor(Reach reach) {
        return StrictMath.log(reach.likelihood() / total);
    }

    /** Two actors: their hands are seen independently of each other, so both likelihoods count in full. */
    double both(Reach one, Reach other) {
        return StrictMath.log(one.likelihood() * other.likelihood() / total);
    }

    void add(Kind kind, @Nullable Party actor, List<Movement> movements, double logWeight) {
        found.add(new Explanation(kind, actor, movements, logWeight));
    }

    /**
     * One thing of a cart is left and another taken, by every two hands that may have done so, or one hand both.
     *
     * @param weight of it all but for where things belong, whose hands these were and what was read
     * @param who weight of the hand that left being the first, the one that took the second; the same when it was one hand
     */
    void exchange(Good left, Good taken, List<Party> holders, double weight, ToDoubleBiFunction<Reach, Reach> who) {
        boolean own = scene.own().stream().anyMatch(g -> g.id() == left.id());
        int place = own ? Holder.ELSEWHERE : scene.plate();
        double where = StrictMath.log(own ? p.putBack() : p.misplace());
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
                double readings = (scene.readings(other, taken, true) + scene.readings(one, left, false)) / 2;
                add(
                        own ? Kind.RETURN : Kind.MISPLACE,
                        leaves,
                        List.of(
                                new Movement(left.id(), 1, Holder.cart(leaves.id()), place),
                                new Movement(taken.id(), 1, Holder.ELSEWHERE, Holder.cart(takes.id()))),
                        weight + where + who.applyAsDouble(one, other) + readings + scene.place(taken, other));
            }
        }
    }

    static double variance(Good left, Good taken) {
        return left.weightSdGrams() * left.weightSdGrams() + taken.weightSdGrams() * taken.weightSdGrams();
    }
}
