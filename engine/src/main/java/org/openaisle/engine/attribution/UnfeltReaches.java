package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/**
 * Hands in plates that felt nothing at the time: what they took or put back, nobody knows. As soon as a plate feels again it
 * says what is missing, and the doubt about it ends.
 */
final class UnfeltReaches implements Serializable {
    private static final long serialVersionUID = 1;
    /** So much later it is known of most plates that they had stopped. */
    private static final long LATER_MILLIS = 5_000;

    private static final long WINDOW_MILLIS = 1_000;

    private static final long BUSY_MILLIS = 500;

    private final Attribution attribution;
    /** By plate and party: the best likelihood of a hand in there since the plate stopped feeling. */
    private final Map<String, Map<Integer, Double>> reaches = new TreeMap<>();

    UnfeltReaches(Attribution attribution) {
        this.attribution = attribution;
    }

    /** How well everybody's hands fit a reach into a plate at some time between two moments. */
    static List<Reach> at(String plate, long from, long to, Reaches hands) {
        return hands.reaches(new WeightChange(List.of(new WeightChange.Part(plate, 0, 0)), from, to, from, to));
    }

    /** To be called every second. */
    void look(long t) {
        long to = t - LATER_MILLIS;
        Set<String> numb = attribution.shelves.numb(to - WINDOW_MILLIS, to);
        reaches.keySet().retainAll(numb);
        for (String plate : numb) {
            Map<Integer, Double> best = reaches.computeIfAbsent(plate, p -> new TreeMap<>());
            for (Reach reach : at(plate, to - WINDOW_MILLIS, to, attribution.hands)) {
                Party party = reach.party();
                if (party != null && !attribution.isStaff(party) && !busy(party, to - WINDOW_MILLIS, to)) {
                    best.merge(party.id(), reach.likelihood(), Math::max);
                }
            }
        }
    }

    /** Whether what another plate felt was probably the party's doing: its hand was there then, not here. */
    private boolean busy(Party party, long from, long to) {
        return attribution.incidents(party).stream()
                .anyMatch(i -> i.change != null
                        && i.change.movedFrom() < to + BUSY_MILLIS
                        && i.change.movedTo() > from - BUSY_MILLIS
                        && party.equals(i.likeliest().actor()));
    }

    /** What was found in the party's hand explains its reach. */
    void explained(String plate, Party party) {
        Map<Integer, Double> best = reaches.get(plate);
        if (best != null) {
            best.remove(party.id());
        }
    }

    /** The probability that the party took or put back something unnoticed. */
    double unnoticed(Party party) {
        double none = 1;
        for (Map<Integer, Double> best : reaches.values()) {
            double odds = attribution.parameters.reachDuringFault() * best.getOrDefault(party.id(), 0.0);
            none /= 1 + odds;
        }
        return 1 - none;
    }

    void forget(Party party) {
        reaches.values().forEach(best -> best.remove(party.id()));
    }
}
