package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;
import org.openaisle.model.Truth;

/** Takes down what really happens. */
final class TruthLog {
    private final List<Product> products;
    private final List<Truth.Event> events = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    TruthLog(List<Product> products) {
        this.products = products;
    }

    void arrived(Group group) {
        groups.add(group);
    }

    void moved(long t, Truth.Kind kind, Person who, int product, int quantity, Board board) {
        events.add(new Truth.Event(
                t,
                kind,
                who.group.token,
                who.name,
                products.get(product).gtin(),
                quantity,
                board.plate.plateId(),
                null,
                null));
    }

    void foreign(long t, Person who, int quantity, Board board) {
        events.add(new Truth.Event(
                t, Truth.Kind.FOREIGN, who.group.token, who.name, null, quantity, board.plate.plateId(), null, null));
    }

    void handedOver(long t, Person giver, Person taker, Unit unit) {
        Gtin gtin = products.get(unit.product).gtin();
        events.add(new Truth.Event(
                t, Truth.Kind.HANDOVER, giver.group.token, giver.name, gtin, 1, null, taker.group.token, taker.name));
    }

    Truth truth() {
        List<Truth.Visit> visits = new ArrayList<>();
        for (Group g : groups) {
            List<Person> inside =
                    g.members.stream().filter(m -> m.inside || m.gone).toList();
            if (g.enteredAt >= 0 && !inside.isEmpty()) {
                @Nullable Long exitedAt = inside.stream().allMatch(m -> m.gone) ? Long.valueOf(g.exitedAt) : null;
                visits.add(new Truth.Visit(
                        g.token,
                        g.enteredAt,
                        exitedAt,
                        g.staff,
                        inside.size(),
                        inside.stream().map(m -> m.name).toList(),
                        lines(g)));
            }
        }
        visits.sort((a, b) -> Long.compare(a.enteredAt(), b.enteredAt()));
        List<Truth.Event> ordered = new ArrayList<>(events);
        ordered.sort((a, b) -> Long.compare(a.t(), b.t()));
        return new Truth(visits, ordered);
    }

    private List<Truth.Line> lines(Group group) {
        if (group.staff) {
            return List.of();
        }
        TreeMap<Gtin, Integer> counts = new TreeMap<>();
        for (Unit u : group.carriedOut) {
            counts.merge(products.get(u.product).gtin(), 1, Integer::sum);
        }
        List<Truth.Line> lines = new ArrayList<>();
        counts.forEach((gtin, n) -> lines.add(new Truth.Line(gtin, n)));
        return lines;
    }
}
