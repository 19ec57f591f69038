package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
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
}
