package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;

/** All that may have caused one weight change, each with the part of its weight that does not depend on who holds what. */
final class Explanations {
    private final WeightChange change;
    private final List<Reach> reaches;
    private final double gone;
    private final Scene scene;
    private final AttributionParameters p;

    /** @param gone likelihood of the hands of parties that can no longer be charged: it counts as somebody unseen's */
    Explanations(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        this.change = change;
        this.reaches = reaches;
        this.gone = gone;
        this.scene = scene;
        this.p = parameters;
    }

    /** The explanations worth trying, in a fixed order. */
    List<Explanation> list() {
        List<Explanation> found = new ArrayList<>();
        if (change.deltaGrams() < 0) {
            found.addAll(new Takes(change, reaches, gone, scene, p).find());
        } else {
            found.addAll(new Puts(change, reaches, gone, scene, p).find());
        }
        found.addAll(new Swaps(change, reaches, gone, scene, p).find());
        nothing(found);
        double heaviest =
                found.stream().mapToDouble(Explanation::logWeight).max().orElse(0);
        Predicate<Explanation> worth = e -> e.logWeight() > heaviest + StrictMath.log(p.leastExplanation())
                || e.kind() == Kind.NOTHING
                || e.kind() == Kind.FOREIGN_LAID;
        return found.stream().filter(worth).toList();
    }

    private void nothing(List<Explanation> found) {
        double size = Math.abs(change.deltaGrams());
        found.add(nothing(StrictMath.log(p.nothing()) - size / 15 - StrictMath.log(30)));
        // However large the step: something must remain possible when all else is ruled out by who holds what.
        found.add(nothing(StrictMath.log(p.nothing()) - StrictMath.log(50_000)));
    }

    private static Explanation nothing(double logWeight) {
        return new Explanation(Kind.NOTHING, null, List.of(), logWeight);
    }
}
