package org.openaisle.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine says. Only {@link VisitDecided} is final; the others may change as more arrives. */
public sealed interface Output extends Serializable {
    /** Event time at which it is said. */
    long t();

    /**
     * A party's cart, as far as it can be told now, differs from what was said before.
     *
     * @param t when it became visible; {@code happenedAt} when the goods moved
     * @param quantity units now in the cart
     */
    record CartChanged(long t, long happenedAt, @Nullable String token, Gtin gtin, int quantity, double probability)
            implements Output {}

    /** A receipt. */
    record VisitDecided(Decision decision, Evidence evidence) implements Output {
        @Override
        public long t() {
            return decision.decidedAt();
        }
    }

    /** Units of a product on a plate, as far as it can be told now. */
    record StockChanged(long t, String plateId, Gtin gtin, int quantity) implements Output {}

    /** A sensor's state differs from what was said before. */
    record SensorHealth(long t, String sensorId, State state, String message) implements Output {
        /** What can be wrong with a sensor. */
        public enum State {
            GOOD,
            SILENT,
            STUCK,
            NOISY,
            DRIFTING
        }
    }

    /** Where everybody is. */
    record Positions(long t, List<Person> people) implements Output {
        /** One person; {@code token} is null as long as none is known. */
        public record Person(
                String track, double x, double y, @Nullable String token) implements Serializable {}

        public Positions {
            people = List.copyOf(people);
        }
    }
}
