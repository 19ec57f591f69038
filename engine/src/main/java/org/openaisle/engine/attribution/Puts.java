package org.openaisle.engine.attribution;

import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** Weight that came: somebody put it down, to its own place or to another, or staff did. */
final class Puts extends Causes {
    Puts(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        super(change, reaches, gone, scene, parameters);
    }

    @Override
    List<Explanation> find() {
        puts();
        return found;
    }

    private void puts() {
        double delta = change.deltaGrams();
        List<Integer> ownIds = scene.own().stream().map(Good::id).toList();
        scene.carried().forEach((id, holders) -> {
            Good g = scene.good(id);
            for (int n = 1; n <= MOST_UNITS && (n - 1) * g.weightGrams() < delta * 1.5 + 50; n++) {
                double variance = n * g.weightSdGrams() * g.weightSdGrams();
                if (fit.near(n * g.weightGrams(), variance)) {
                    double weight = units(n) + fit.log(n * g.weightGrams(), variance);
                    put(g, n, ownIds.contains(id), holders, weight);
                    if (n >= 2 && ownIds.contains(id)) {
                        putTogether(g, n, holders, weight - units(n));
                    }
                }
            }
        });
        for (Good g : scene.own()) {
            for (int n = 1; n <= 20 && (n - 1) * g.weightGrams() < delta * 1.5 + 50; n++) {
                double variance = n * g.weightSdGrams() * g.weightSdGrams();
                if (fit.near(n * g.weightGrams(), variance)) {
                    double fits = units(n) + fit.log(n * g.weightGrams(), variance);
                    returnOfUnknown(g, n, fits);
                    restock(
                            g,
                            n,
                            StrictMath.log(p.restock())
                                    + (n - 1) * StrictMath.log(0.5)
                                    + fit.log(n * g.weightGrams(), variance));
                }
            }
        }
        double lay = StrictMath.log(p.foreign()) - StrictMath.log(1500);
        Good thing = scene.foreign(delta);
        for (Reach reach : reaches) {
            add(
                    Kind.FOREIGN_LAID,
                    reach.party(),
                    List.of(new Movement(thing.id(), 1, Holder.ELSEWHERE, scene.plate())),
                    lay + actor(reach));
        }
        add(
                Kind.FOREIGN_LAID,
                null,
                List.of(new Movement(thing.id(), 1, Holder.ELSEWHERE, scene.plate())),
                lay + StrictMath.log(unseen / total));
    }

    private void put(Good g, int n, boolean own, List<Party> holders, double weight) {
        int to = own ? Holder.ELSEWHERE : scene.plate();
        double habit = StrictMath.log(own ? p.putBack() : p.misplace());
        for (Reach reach : reaches) {
            Party party = reach.party();
            if (party == null || scene.staff(party)) {
                continue;
            }
            double here =
                    weight + habit + actor(reach) + (own ? scene.place(g, reach) : 0) + scene.readings(reach, g, false);
            for (Party holder : holders) {
                boolean received = holder != party;
                double passed = received ? StrictMath.log(p.handover()) + scene.closeness(holder, party) : 0;
                add(
                        received ? Kind.RETURN_RECEIVED : own ? Kind.RETURN : Kind.MISPLACE,
                        party,
                        List.of(new Movement(g.id(), n, Holder.cart(holder.id()), to)),
                        here + passed);
            }
        }
        for (Party holder : holders) {
            add(
                    own ? Kind.RETURN : Kind.MISPLACE,
                    holder,
                    List.of(new Movement(g.id(), n, Holder.cart(holder.id()), to)),
                    weight
                            + habit
                            + StrictMath.log(
                                    unseen / total / holders.size() * (scene.inView(holder) ? p.unseenInView() : 1)));
        }
    }

    /** Two parties put units of one product back within one disturbance, or one does while staff restock. */
    private void putTogether(Good g, int n, List<Party> holders, double weight) {
        for (Reach one : reaches) {
            for (Reach other : reaches) {
                Party a = one.party();
                Party b = other.party();
                if (a == null || b == null || a == b || !holders.contains(a)) {
                    continue;
                }
                for (int k = 1; k < n; k++) {
                    int source = scene.staff(b) ? Holder.ELSEWHERE : Holder.cart(b.id());
                    add(
                            Kind.RETURN,
                            a,
                            List.of(
                                    new Movement(g.id(), k, Holder.cart(a.id()), Holder.ELSEWHERE),
                                    new Movement(g.id(), n - k, source, Holder.ELSEWHERE)),
                            weight
                                    + StrictMath.log(p.togetherTake() * p.putBack())
                                    + units(k)
                                    + units(n - k)
                                    + both(one, other));
                }
            }
        }
    }

    /** What is put back fits the plate, though nobody is known to hold it: a take was missed before. */
    private void returnOfUnknown(Good g, int n, double weight) {
        List<Movement> back = List.of(new Movement(g.id(), n, Holder.ELSEWHERE, Holder.ELSEWHERE));
        for (Reach reach : reaches) {
            if (reach.party() != null && !scene.staff(reach.party())) {
                add(
                        Kind.RETURN_UNKNOWN,
                        reach.party(),
                        back,
                        weight + StrictMath.log(p.unknownSource()) + actor(reach));
            }
        }
    }

    private void restock(Good g, int n, double weight) {
        for (Reach reach : reaches) {
            Party party = reach.party();
            if (party != null && scene.staff(party)) {
                add(
                        Kind.RESTOCK,
                        party,
                        List.of(new Movement(g.id(), n, Holder.ELSEWHERE, Holder.ELSEWHERE)),
                        weight + actor(reach) + scene.place(g, reach));
            }
        }
    }
}
