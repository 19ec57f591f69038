package org.openaisle.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one visit took: final.
 *
 * @param token the scan's; null for people who came in without one
 * @param enteredAt when the party's first came in; {@code exitedAt} when its last went out
 * @param decidedAt event time: every observation up to it, and none after it, was used
 * @param lines products with a quantity of at least one, by GTIN
 * @param confidence probability that the whole receipt is right
 * @param review whether a person should look at it
 */
public record Decision(
        @Nullable String token,
        long enteredAt,
        long exitedAt,
        long decidedAt,
        List<Line> lines,
        double confidence,
        boolean review)
        implements Serializable {
    /** One product with its quantity and the probability that both are right. */
    public record Line(Gtin gtin, int quantity, double probability) implements Serializable {
        public Line {
            Check.that(quantity >= 1, "quantity of " + gtin + " must be at least 1, is " + quantity);
            Check.probability("probability of " + gtin, probability);
        }
    }

    public Decision {
        lines = List.copyOf(lines);
        Check.probability("confidence", confidence);
    }
}
