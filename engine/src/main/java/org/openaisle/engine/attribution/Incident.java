package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/**
 * Something that moved goods, with all that may explain it and how probable each explanation is as far as is known now: a
 * weight change, or ({@code change} null) goods that were seen in other hands.
 */
final class Incident implements Serializable {
    private static final long serialVersionUID = 1;

    final @Nullable WeightChange change;
    final long startedAt;
    final long endedAt;
    final List<Reach> reaches;
    final List<Explanation> explanations;
    double[] probabilities;

    Incident(WeightChange change, List<Reach> reaches, List<Explanation> explanations) {
        this(change, change.startedAt(), change.endedAt(), reaches, explanations);
    }

    /** Goods in other hands than those that took them, seen between two moments. */
    Incident(long startedAt, long endedAt, List<Explanation> explanations) {
        this(null, startedAt, endedAt, List.of(), explanations);
    }

    private Incident(
            @Nullable WeightChange change,
            long startedAt,
            long endedAt,
            List<Reach> reaches,
            List<Explanation> explanations) {
        this.change = change;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.reaches = List.copyOf(reaches);
        this.explanations = List.copyOf(explanations);
        this.probabilities = new double[explanations.size()];
    }

    Explanation likeliest() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return explanations.get(best);
    }

    /** Whether an explanation more probable than {@code least} has the party as its actor, or moves what is in its cart. */
    boolean mayConcern(Party party, double least) {
        int cart = Holder.cart(party.id());
        for (int i = 0; i < probabilities.length; i++) {
            Explanation e = explanations.get(i);
            boolean moves = e.movements().stream().anyMatch(m -> m.from() == cart || m.to() == cart);
            if (probabilities[i] > least && (moves || party.equals(e.actor()))) {
                return true;
            }
        }
        return false;
    }
}
