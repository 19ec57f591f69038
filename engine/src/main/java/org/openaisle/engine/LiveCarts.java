package org.openaisle.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openaisle.engine.attribution.Attribution;
import org.openaisle.engine.attribution.ProvisionalCarts;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Output.CartChanged;

/**
 * Everybody's cart as it is said while the visit goes on.
 *
 * <p>A weight change shows as soon as it is known: it is explained provisionally with what is known then. What that got wrong
 * is put right when the change is explained for good, and nothing but carts ever hears of it.
 */
final class LiveCarts implements Serializable {
    private static final long serialVersionUID = 1;

    /** A weight change without its numbers, which get better as time goes on. */
    private record Known(long startedAt, List<String> plates) implements Serializable {
        static Known of(WeightChange change) {
            return new Known(
                    change.startedAt(),
                    change.parts().stream().map(WeightChange.Part::plateId).toList());
        }

        static List<Known> of(List<WeightChange> changes) {
            return new ArrayList<>(changes.stream().map(Known::of).toList());
        }
    }

    /** Whose cart may differ from what was said, and when what made the difference began. */
    private record Doubt(Party party, long happenedAt) implements Serializable {}

    /** Whose cart may rest on changes that are not explained for good yet, and on which. */
    private record Provisional(Doubt doubt, List<Known> changes) implements Serializable {}

    private final SaidCarts said = new SaidCarts();
    private final SortedMap<Integer, Doubt> doubts = new TreeMap<>();
    private final SortedMap<Integer, Provisional> provisional = new TreeMap<>();
    private List<Known> known = new ArrayList<>();

    /** The change was explained for good, and may have touched these parties' carts. */
    void explained(WeightChange change, List<Party> touched) {
        Known explained = Known.of(change);
        known.remove(explained);
        for (Provisional p : provisional.values()) {
            if (p.changes.remove(explained)) {
                doubt(p.doubt.party, change.startedAt());
            }
        }
        touched.forEach(party -> doubt(party, change.startedAt()));
    }

    /** This party's cart may differ from what was said. */
    void doubt(Party party, long happenedAt) {
        doubts.put(party.id(), new Doubt(party, happenedAt));
    }

    /**
     * How carts, as most probably they are, differ from what was said before. As long as no change has become known, and none
     * was explained that bears on a cart which rests on others, that is no work.
     *
     * @param unexplained the changes that wait to be explained, and {@code settling} those that the shelves have not even said
     */
    List<CartChanged> update(
            long t, Attribution attribution, List<WeightChange> unexplained, List<WeightChange> settling) {
        List<WeightChange> waiting = new ArrayList<>(unexplained);
        waiting.addAll(settling);
        waiting.removeIf(WeightChange::isTouch);
        waiting.sort(Engine.BY_END);
        List<Known> now = Known.of(waiting);
        boolean look = !now.equals(known) || doubts.keySet().stream().anyMatch(this::isProvisional);
        ProvisionalCarts carts = attribution.provisionalCarts(look ? waiting : List.of());
        if (look) {
            doubtAll(carts.touched());
            known = now;
        }
        List<CartChanged> changes = new ArrayList<>();
        for (Doubt doubt : doubts.values()) {
            Party party = doubt.party;
            changes.addAll(said.update(t, doubt.happenedAt, party, carts.cart(party), attribution.cart(party)));
        }
        doubts.clear();
        return changes;
    }

    private boolean isProvisional(int party) {
        Provisional p = provisional.get(party);
        return p != null && !p.changes.isEmpty();
    }

    /** Doubts every cart that waiting changes may touch, and those that they may have touched before. */
    private void doubtAll(Map<Party, List<WeightChange>> touched) {
        provisional.values().forEach(p -> doubts.putIfAbsent(p.doubt.party.id(), p.doubt));
        provisional.clear();
        touched.forEach((party, changes) -> {
            Doubt last = new Doubt(party, changes.getLast().startedAt());
            provisional.put(party.id(), new Provisional(last, Known.of(changes)));
            doubts.putIfAbsent(party.id(), last);
            for (WeightChange change : changes) {
                if (!known.contains(Known.of(change))) {
                    doubt(party, change.startedAt());
                }
            }
        });
    }

    void forget(Party party) {
        said.forget(party);
        doubts.remove(party.id());
        provisional.remove(party.id());
    }
}
