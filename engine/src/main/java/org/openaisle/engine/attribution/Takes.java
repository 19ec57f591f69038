package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** Weight that went: somebody took it, from its own place or where it had been left, alone or at the same time as others. */
final class Takes extends Causes {
    /** Whether goods that are known to be there explain the weight without stretching. */
    private boolean plainlyFits;

    Takes(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        super(change, reaches, gone, scene, parameters);
    }

    @Override
    List<Explanation> find() {
        takes();
        return found;
    }

    private void takes() {
        double delta = -change.deltaGrams();
        for (Good g : scene.own()) {
            for (int n = 1; n <= MOST_UNITS && (n - 1) * g.weightGrams() < delta * 1.5 + 50; n++) {
                double variance = n * g.weightSdGrams() * g.weightSdGrams();
                if (fit.near(-n * g.weightGrams(), variance)) {
                    plainlyFits |= fit.plain(-n * g.weightGrams(), variance);
                    double weight = units(n) + fit.log(-n * g.weightGrams(), variance);
                    takeOwn(g, n, weight);
                }
            }
        }
        for (Displaced d : scene.displaced()) {
            Good g = d.good();
            for (int n = 1; n <= 2; n++) {
                double variance = n * g.weightSdGrams() * g.weightSdGrams();
                if (!fit.near(-n * g.weightGrams(), variance)) {
                    continue;
                }
                plainlyFits |= fit.plain(-n * g.weightGrams(), variance);
                double weight = StrictMath.log(p.takeDisplaced()) + units(n) + fit.log(-n * g.weightGrams(), variance);
                for (Reach reach : reaches) {
                    Party party = reach.party();
                    if (party == null) {
                        continue;
                    }
                    boolean keeps = g.gtin() != null && !scene.staff(party);
                    int to = keeps ? Holder.cart(party.id()) : Holder.ELSEWHERE;
                    Kind kind = g.gtin() == null
                            ? Kind.FOREIGN_TAKEN
                            : scene.staff(party) ? Kind.RESTOCK : Kind.TAKE_DISPLACED;
                    double more = kind == Kind.TAKE_DISPLACED ? 0 : StrictMath.log(2);
                    add(
                            kind,
                            party,
                            List.of(new Movement(g.id(), n, d.holder(), to)),
                            weight + more + actor(reach) + scene.readings(reach, g, true));
                }
            }
        }
        debts();
        pairs();
        strangers();
    }

    /**
     * The plate comes to its senses and misses what readings have shown to be gone: that takes no hand, whoever stands there.
     * Who took it may well stand there still.
     */
    private void debts() {
        for (Displaced debt : scene.debts()) {
            Good g = debt.good();
            for (int n = 1; n <= 2; n++) {
                double variance = n * g.weightSdGrams() * g.weightSdGrams();
                if (!fit.near(-n * g.weightGrams(), variance)) {
                    continue;
                }
                double weight = StrictMath.log(p.feltLate()) + fit.log(-n * g.weightGrams(), variance);
                Movement paid = new Movement(g.id(), n, debt.holder(), Holder.ELSEWHERE);
                add(Kind.FELT_LATE, null, List.of(paid), weight - StrictMath.log(total));
                for (Reach reach : reaches) {
                    if (reach.party() != null) {
                        int cart = Holder.cart(reach.party().id());
                        Movement kept = new Movement(g.id(), n, cart, cart);
                        add(
                                Kind.FELT_LATE,
                                null,
                                List.of(paid, kept),
                                weight + actor(reach) + scene.readings(reach, g, true));
                    }
                }
            }
        }
    }

    /** Nothing that is known to be there fits: then something of the catalogue that was misplaced there before anybody looked. */
    private void strangers() {
        if (plainlyFits) {
            return;
        }
        List<Good> possible = scene.catalogue(-change.deltaGrams());
        for (Good g : possible) {
            double variance = g.weightSdGrams() * g.weightSdGrams();
            double weight = StrictMath.log(p.stranger() / possible.size()) + fit.log(-g.weightGrams(), variance);
            for (Reach reach : reaches) {
                Party party = reach.party();
                if (party != null && !scene.staff(party)) {
                    add(
                            Kind.TAKE_DISPLACED,
                            party,
                            List.of(new Movement(g.id(), 1, Holder.ELSEWHERE, Holder.cart(party.id()))),
                            weight + actor(reach) + scene.readings(reach, g, true));
                }
            }
        }
    }

    private void takeOwn(Good g, int n, double weight) {
        double anyPlace = scene.place(g, null);
        for (Reach reach : reaches) {
            Party party = reach.party();
            if (party == null) {
                continue;
            }
            double own = weight + actor(reach) + scene.place(g, reach) + scene.readings(reach, g, true);
            if (scene.staff(party)) {
                add(Kind.RESTOCK, party, List.of(new Movement(g.id(), n, Holder.ELSEWHERE, Holder.ELSEWHERE)), own);
            } else {
                add(Kind.TAKE, party, List.of(new Movement(g.id(), n, Holder.ELSEWHERE, Holder.cart(party.id()))), own);
            }
        }
        add(
                Kind.TAKE,
                null,
                List.of(new Movement(g.id(), n, Holder.ELSEWHERE, Holder.ELSEWHERE)),
                weight + anyPlace + StrictMath.log(unseen / total));
        if (n >= 2) {
            together(g, n, weight - units(n) + anyPlace);
        }
    }

    /** Two parties at one plate within one disturbance. */
    private void together(Good g, int n, double weight) {
        for (int i = 0; i < reaches.size(); i++) {
            for (int j = 0; j < reaches.size(); j++) {
                Party a = reaches.get(i).party();
                Party b = reaches.get(j).party();
                if (i == j || a == null || b == null || scene.staff(a) || scene.staff(b)) {
                    continue;
                }
                for (int k = 1; k < n; k++) {
                    add(
                            Kind.TAKE_TOGETHER,
                            a,
                            List.of(
                                    new Movement(g.id(), k, Holder.ELSEWHERE, Holder.cart(a.id())),
                                    new Movement(g.id(), n - k, Holder.ELSEWHERE, Holder.cart(b.id()))),
                            weight
                                    + StrictMath.log(p.togetherTake())
                                    + units(k)
                                    + units(n - k)
                                    + both(reaches.get(i), reaches.get(j))
                                    + scene.readings(reaches.get(i), reaches.get(j), g));
                }
            }
        }
    }

    /** Two different goods of the plates within one disturbance, by one party or one each by two. */
    private void pairs() {
        List<Displaced> there = new ArrayList<>();
        scene.own().forEach(good -> there.add(new Displaced(good, Holder.ELSEWHERE)));
        int own = there.size();
        scene.displaced().stream().filter(d -> d.good().gtin() != null).forEach(there::add);
        for (int i = 0; i < own; i++) {
            for (int j = i + 1; j < there.size(); j++) {
                int most = j < own ? 3 : 1;
                for (int n = 1; n <= 3; n++) {
                    for (int m = 1; m <= most; m++) {
                        pair(there.get(i), n, there.get(j), m);
                    }
                }
            }
        }
    }

    private void pair(Displaced one, int n, Displaced two, int m) {
        Good a = one.good();
        Good b = two.good();
        double grams = -(n * a.weightGrams() + m * b.weightGrams());
        double variance = n * a.weightSdGrams() * a.weightSdGrams() + m * b.weightSdGrams() * b.weightSdGrams();
        if (!fit.near(grams, variance)) {
            return;
        }
        plainlyFits |= fit.plain(grams, variance);
        boolean displaced = two.holder() != Holder.ELSEWHERE;
        double weight = StrictMath.log(p.twoProducts() * (displaced ? p.takeDisplaced() : 1))
                + units(n)
                + units(m)
                + fit.log(grams, variance);
        for (Reach first : reaches) {
            for (Reach second : reaches) {
                Party x = first.party();
                Party y = second.party();
                if (x == null || y == null || scene.staff(x) || scene.staff(y)) {
                    continue;
                }
                double who = x == y ? actor(first) : StrictMath.log(p.togetherTake()) + both(first, second);
                add(
                        x == y ? Kind.TAKE : Kind.TAKE_TOGETHER,
                        x,
                        List.of(
                                new Movement(a.id(), n, Holder.ELSEWHERE, Holder.cart(x.id())),
                                new Movement(b.id(), m, two.holder(), Holder.cart(y.id()))),
                        weight
                                + who
                                + scene.place(a, first)
                                + (displaced ? 0 : scene.place(b, second))
                                + (scene.readings(first, a, true) + scene.readings(second, b, true)) / 2);
            }
        }
    }
}
