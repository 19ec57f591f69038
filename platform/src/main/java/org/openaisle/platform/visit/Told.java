package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.purpose.EventRecord;

/** What a store node tells: the data of an event. {@code visit} is what it calls a visit: the scan's token, or a name of its own. */
sealed interface Told extends EventRecord {
    /** Told of one visit. */
    sealed interface OfVisit extends Told {
        String visit();
    }

    /** A code was accepted, and {@code people} may come in on it. */
    record VisitEntered(String visit, int people, boolean staff) implements OfVisit {}

    /** People who came in without a scan; nobody is charged for what they take. */
    record PeopleUnscanned(String visit, int people) implements OfVisit {}

    /** More people came in on a scan than were announced. */
    record PartyLarger(String visit, int announced, int people) implements OfVisit {}

    /** Units of a product in the cart, as far as it can be told now. */
    record CartChanged(String visit, String gtin, int quantity, double probability, Instant happenedAt)
            implements OfVisit {}

    /** The last one of the party went out. */
    record VisitLeft(String visit) implements OfVisit {}

    /** What the visit took: final. */
    record VisitDecided(
            String visit,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            List<DecidedLine> lines,
            double confidence,
            boolean review)
            implements OfVisit {
        public VisitDecided {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a receipt; the evidence is where the store node keeps why. */
    record DecidedLine(String gtin, int quantity, double probability, String evidence) {}

    /** Units of a product on a plate. */
    record StockChanged(String plate, String gtin, int quantity) implements Told {}

    /** How a sensor is. */
    record SensorHealth(String sensor, String state, String message) implements Told {}
}
