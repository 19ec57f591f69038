package org.openaisle.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product in one live cart: which of the units that were taken are in it as it is shown. A unit that more is shown of is
 * the one taken nearest to when the engine says that the goods moved; so that neither an earlier take that was never noticed,
 * nor a belief that went and came back, is taken for the unit that has just left the shelf.
 */
final class CartLine {
    /** A unit that was really taken. */
    private static final class Unit {
        private final long takenAt;
        private long delay = LiveScore.NEVER;

        Unit(long takenAt) {
            this.takenAt = takenAt;
        }
    }

    private final List<Unit> taken = new ArrayList<>();
    private final List<Unit> waiting = new ArrayList<>();
    private final Deque<Unit> shown = new ArrayDeque<>();
    /** Units that were really put back or given away, and are still shown. */
    private int gone;
    /** Units that are shown, and that nobody took: handed over by others, or wrong. */
    private int surplus;

    private int quantity;

    void take(long t) {
        Unit unit = new Unit(t);
        taken.add(unit);
        waiting.add(unit);
    }

    void lose() {
        gone++;
    }

    /** The cart is said to hold so many units now. */
    void show(long t, long happenedAt, int units) {
        for (; quantity < units; quantity++) {
            rise(t, happenedAt);
        }
        for (; quantity > units; quantity--) {
            fall();
        }
    }

    private void rise(long t, long happenedAt) {
        Unit unit = nearest(happenedAt);
        if (unit == null) {
            surplus++;
            return;
        }
        waiting.remove(unit);
        shown.addLast(unit);
        // What was shown once and taken back stays as quick as it was at first.
        unit.delay = Math.min(unit.delay, t - unit.takenAt);
    }

    private void fall() {
        if (gone > 0) {
            gone--;
            if (shown.pollLast() == null) {
                surplus = Math.max(0, surplus - 1);
            }
        } else if (surplus > 0) {
            surplus--;
        } else if (!shown.isEmpty()) {
            waiting.add(shown.removeLast());
        }
    }

    /** The unit that still waits to be shown and was taken nearest to a time; of equal ones the earlier. */
    private @Nullable Unit nearest(long time) {
        Unit nearest = null;
        for (Unit unit : waiting) {
            if (nearest == null || Math.abs(unit.takenAt - time) < Math.abs(nearest.takenAt - time)) {
                nearest = unit;
            }
        }
        return nearest;
    }

    /** How long after each take it was first shown, in the order of the takes. */
    List<Long> delays() {
        return taken.stream().map(unit -> unit.delay).toList();
    }
}
