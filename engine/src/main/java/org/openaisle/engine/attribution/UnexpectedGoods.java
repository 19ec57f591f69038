package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.ItemReading.Candidate;

/**
 * Goods that readings show in the hands of somebody who never took them: somebody who did has handed them over, or they were
 * taken from a plate which did not feel it. It looks back a few seconds, when all weight changes of that time have been
 * explained.
 */
final class UnexpectedGoods implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long FROM_MILLIS = 12_000;
    private static final long TO_MILLIS = 5_000;
    /** A product is named when a reading gives it at least this, and may be mistaken for what is named from this on. */
    private static final double NAMED = 0.4;

    private static final double MISTAKABLE = 0.04;
    private static final int LEAST_READINGS = 6;
    /** Where a plate with the product is known to feel nothing, so many will do. */
    private static final int LEAST_READINGS_OF_NUMB = 3;
    /** The hand was at the plate from so long before the first reading, until so long after. */
    private static final long REACHED_BEFORE_MILLIS = 3_000;

    private static final long REACHED_AFTER_MILLIS = 500;
    /** A hand in the volume counts for at most this, as a logarithm: many are, and take something else. */
    private static final double MOST_REACH = 2;

    private final Attribution attribution;
    private final Map<Integer, Map<Gtin, Long>> found = new TreeMap<>();

    UnexpectedGoods(Attribution attribution) {
        this.attribution = attribution;
    }

    /** What has come to light by event time {@code t}, since this was last asked. */
    List<Incident> find(long t) {
        List<Incident> incidents = new ArrayList<>();
        for (Party party : attribution.present()) {
            if (!attribution.isStaff(party)) {
                List<HeldItem> held = attribution.hands.held(party, t - FROM_MILLIS, t - TO_MILLIS);
                if (held.size() >= LEAST_READINGS_OF_NUMB) {
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
            if (count < LEAST_READINGS_OF_NUMB || good == null || explained(receiver, gtin, held)) {
                return;
            }
            List<Explanation> explanations = new ArrayList<>();
            unfelt(receiver, good, gtin, held, count, explanations);
            if (count >= LEAST_READINGS) {
                handovers(receiver, good, gtin, held, explanations);
            }
            if (!explanations.isEmpty()) {
                explanations.add(new Explanation(Kind.NOTHING, null, List.of(), 0));
                long first = held.getFirst().reading().t();
                long last = held.getLast().reading().t();
                incidents.add(new Incident(first, last, explanations));
                found.computeIfAbsent(receiver.id(), p -> new TreeMap<>()).put(gtin, last);
            }
        });
    }

    /** Whether the receiver has, or has had in hand, the product or one that the readings confuse with it. */
    private boolean explained(Party receiver, Gtin gtin, List<HeldItem> held) {
        if (found.getOrDefault(receiver.id(), Map.of()).containsKey(gtin)) {
            return true;
        }
        for (HeldItem item : held) {
            boolean names = names(item, gtin);
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
                                        .anyMatch(m -> m.good() == good.id()
                                                && (m.from() == cart || m.to() == cart || party.equals(e.actor())))));
    }

    /** Who holds one may have given it. */
    private void handovers(Party receiver, Good good, Gtin gtin, List<HeldItem> held, List<Explanation> explanations) {
        long first = held.getFirst().reading().t();
        for (Party giver : attribution.present()) {
            int cart = Holder.cart(giver.id());
            if (giver != receiver && attribution.belief.holds(good.id(), cart) > Attribution.POSSIBLE) {
                explanations.add(new Explanation(
                        Kind.HANDOVER,
                        giver,
                        List.of(new Movement(good.id(), 1, cart, Holder.cart(receiver.id()))),
                        StrictMath.log(attribution.parameters.handoverShown())
                                + readings(held, gtin)
                                + attribution.closeness.log(giver, receiver, first)));
            }
        }
    }

    /** The plates on which it stands may not have felt it go. */
    private void unfelt(
            Party receiver, Good good, Gtin gtin, List<HeldItem> held, int count, List<Explanation> explanations) {
        AttributionParameters p = attribution.parameters;
        long first = held.stream()
                .filter(item -> names(item, gtin))
                .mapToLong(item -> item.reading().t())
                .min()
                .orElseThrow();
        long from = first - REACHED_BEFORE_MILLIS;
        long to = first + REACHED_AFTER_MILLIS;
        Set<String> numb = attribution.shelves.numb(from, to);
        for (String plate : attribution.shelving.platesOf(gtin)) {
            boolean known = numb.contains(plate);
            double reach = UnfeltReaches.at(plate, from, to, attribution.hands).stream()
                    .filter(r -> receiver.equals(r.party()))
                    .mapToDouble(Reach::likelihood)
                    .sum();
            double weight = StrictMath.log(known ? p.unfelt() : p.unfeltUnknown())
                    + readings(held, gtin)
                    + Math.min(MOST_REACH, StrictMath.log(reach));
            if (weight > 0) {
                attribution.unfelt.explained(plate, receiver);
            }
            if (reach > 0 && (known || count >= LEAST_READINGS)) {
                int debt = Holder.debt(attribution.plateNumber(plate));
                explanations.add(new Explanation(
                        Kind.TAKE_UNFELT,
                        receiver,
                        List.of(
                                new Movement(good.id(), 1, Holder.ELSEWHERE, Holder.cart(receiver.id())),
                                new Movement(good.id(), 1, Holder.ELSEWHERE, debt)),
                        weight));
            }
        }
    }

    private static boolean names(HeldItem item, Gtin gtin) {
        return item.reading().candidates().stream().anyMatch(c -> c.gtin().equals(gtin) && c.probability() >= NAMED);
    }

    private double readings(List<HeldItem> held, Gtin gtin) {
        AttributionParameters p = attribution.parameters;
        return Math.min(p.handoverEvidence(), ItemFactor.log(held, gtin, p));
    }

    void forget(Party party) {
        found.remove(party.id());
    }
}
