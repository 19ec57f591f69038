package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.Party;

/**
 * One reading of a weight change.
 *
 * @param logWeight everything about it that does not depend on who holds what: hands, weight, readings, habit
 */
record Explanation(Kind kind, @Nullable Party actor, List<Movement> movements, double logWeight)
        implements Serializable {
    /** What people do to shelves. */
    enum Kind {
        TAKE("took"),
        TAKE_DISPLACED("took what was misplaced there:"),
        TAKE_TOGETHER("took together:"),
        RETURN("put back"),
        MISPLACE("misplaced"),
        RETURN_RECEIVED("put down what another party had handed over:"),
        RETURN_UNKNOWN("put back what nobody was seen to take:"),
        TAKE_UNFELT("took, unfelt by the plate,"),
        FELT_LATE("had been taken before:"),
        HANDOVER("handed over"),
        RESTOCK("moved as staff"),
        FOREIGN_LAID("laid down a thing that is no product"),
        FOREIGN_TAKEN("took off a thing that is no product"),
        NOTHING("nothing moved");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    Explanation {
        movements = List.copyOf(movements);
    }
}
