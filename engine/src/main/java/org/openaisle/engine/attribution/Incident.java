package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.List;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;

/** A weight change with all that may explain it, and how probable each explanation is as far as is known now. */
final class Incident implements Serializable {
    private static final long serialVersionUID = 1;

    final WeightChange change;
    final List<Reach> reaches;
    final List<Explanation> explanations;
    double[] probabilities;

    Incident(WeightChange change, List<Reach> reaches, List<Explanation> explanations) {
        this.change = change;
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
}
