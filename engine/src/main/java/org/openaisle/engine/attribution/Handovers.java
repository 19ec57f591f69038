package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.ItemReading.Candidate;

/**
 * Goods that readings show in the hands of somebody who never took them, while somebody who did came within reach of them
 * before. It looks back a few seconds, when all weight changes of that time have been explained.
 */
final class Handovers implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long FROM_MILLIS = 12_000;
    private static final long TO_MILLIS = 5_000;
    /** A product is named when a reading gives it at least this, and may be mistaken for what is named from this on. */
    private static final double NAMED = 0.4;

    private static final double MISTAKABLE = 0.04;
    private static final int LEAST_READINGS = 6;

    private final Attribution attribution;
    private final Map<Integer, Map<Gtin, Long>> found = new TreeMap<>();

    Handovers(Attribution attribution) {
        this.attribution = attribution;
    }

    /** What has come to light by event time {@code t}, since this was last asked. */
    List<Incident> find(long t) {
        List<Incident> incidents = new ArrayList<>();
        for (Party party : attribution.present()) {
            if (!attribution.isStaff(party)) {
                List<HeldItem> held = attribution.hands.held(party, t - FROM_MILLIS, t - TO_MILLIS);
                if (held.size() >= LEAST_READINGS) {
                    look(party, held, incidents);
                }
            }
        }
        return incidents;
    }

    private void look(Party receiver, List<HeldItem> held, List<Incident> incidents) {
        Map<Gtin, Integer> named = new TreeMap<>();
        for (HeldItem item : held) {
            for (Candidate c : item.reading().candidates()) {
                if (item.share() > 0.85 && c.probability() >= NAMED) {
                    named.merge(c.gtin(), 1, Integer::sum);
                }
            }
        }
        named.forEach((gtin, count) -> {
            Good good = attribution.goods.of(gtin);
            if (count >= LEAST_READINGS && good != null && !explained(receiver, gtin, held)) {
                Incident incident = incident(receiver, good, gtin, held);
                if (incident != null) {
                    incidents.add(incident);
                    found.computeIfAbsent(receiver.id(), p -> new TreeMap<>()).put(gtin, incident.endedAt);
                }
            }
        });
    }

    /** Whether the receiver has, or has had in hand, the product or one that the readings confuse with it. */
    private boolean explained(Party receiver, Gtin gtin, List<HeldItem> held) {
        if (found.getOrDefault(receiver.id(), Map.of()).containsKey(gtin)) {
            return true;
        }
        for (HeldItem item : held) {
            boolean names = item.reading().candidates().stream()
                    .anyMatch(c -> c.gtin().equals(gtin) && c.probability() >= NAMED);
            for (Candidate c : item.reading().candidates()) {
                if (names && c.probability() >= MISTAKABLE && touched(receiver, c.gtin())) {
                    return true;
                }
            }
        }
        return touched(receiver, gtin);
    }

    private boolean touched(Party party, Gtin gtin) {
        Good good = attribution.goods.of(gtin);
        int cart = Holder.cart(party.id());
        return good != null
                && attribution.incidents(party).stream()
                        .anyMatch(i -> i.explanations.stream()
                                .anyMatch(e -> e.movements().stream()
                                        .anyMatch(m -> m.good() == good.id() && (m.from() == cart || m.to() == cart))));
    }

    private @Nullable Incident incident(Party receiver, Good good, Gtin gtin, List<HeldItem> held) {
        AttributionParameters p = attribution.parameters;
        double readings = Math.min(p.handoverEvidence(), ItemFactor.log(held, gtin, p));
        long first = held.getFirst().reading().t();
        List<Explanation> explanations = new ArrayList<>();
        for (Party giver : attribution.present()) {
            int cart = Holder.cart(giver.id());
            if (giver != receiver && attribution.belief.holds(good.id(), cart) > Attribution.POSSIBLE) {
                explanations.add(new Explanation(
                        Kind.HANDOVER,
                        giver,
                        List.of(new Movement(good.id(), 1, cart, Holder.cart(receiver.id()))),
                        StrictMath.log(p.handoverShown())
                                + readings
                                + attribution.closeness.log(giver, receiver, first)));
            }
        }
        if (explanations.isEmpty()) {
            return null;
        }
        explanations.add(new Explanation(Kind.NOTHING, null, List.of(), 0));
        return new Incident(first, held.getLast().reading().t(), explanations);
    }

    void forget(Party party) {
        found.remove(party.id());
    }
}
