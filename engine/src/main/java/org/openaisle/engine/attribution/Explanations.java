package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** All that may have caused one weight change, each with the part of its weight that does not depend on who holds what. */
final class Explanations {
    private static final int MOST_UNITS = 8;

    /** What bears on the explanations besides the change itself. */
    interface Scene {
        /** Goods whose own place is one of the change's plates. */
        List<Good> own();

        /** Goods that may have been misplaced on the change's plates, with the plate's holder. */
        List<Displaced> displaced();

        /** Goods that may have been taken from the change's plates while these felt nothing, with the debt's holder. */
        List<Displaced> debts();

        /** Carts that may hold something, by good: the parties' ids. */
        SortedMap<Integer, List<Party>> carried();

        Good good(int id);

        /** Products of about this weight, wherever they belong; not those whose place is here. */
        List<Good> catalogue(double grams);

        /** The holder for what is put on the change's main plate and does not belong there. */
        int plate();

        /** Log factor for the place of {@code good} on the plates, given where the hand was and how the weight was shared. */
        double place(Good good, @Nullable Reach reach);

        /** Log factor of the item readings, had the hand taken (or brought) {@code good}. */
        double readings(Reach hand, Good good, boolean taken);

        /** Log factor of the item readings, had both hands taken {@code good}. */
        double readings(Reach one, Reach other, Good good);

        /** Log factor for goods having gone from one party to another. */
        double closeness(Party from, Party to);

        boolean staff(Party party);

        /** A new good for a thing of this weight. */
        Good foreign(double grams);
    }

    /** A good that does not belong on the plate of {@code holder}. */
    record Displaced(Good good, int holder) {}

    private final WeightChange change;
    private final List<Reach> reaches;
    private final Scene scene;
    private final AttributionParameters p;
    private final Fit fit;
    private final double unseen;
    private final double total;
    private final List<Explanation> found = new ArrayList<>();
    /** Whether goods that are known to be there explain the weight without stretching. */
    private boolean plainlyFits;

    /** @param gone likelihood of the hands of parties that can no longer be charged: it counts as somebody unseen's */
    Explanations(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        this.change = change;
        this.reaches = reaches;
        this.scene = scene;
        this.p = parameters;
        this.fit = new Fit(change, parameters);
        this.unseen = parameters.unseenActor() + gone;
        this.total = unseen + reaches.stream().mapToDouble(Reach::likelihood).sum();
    }

    /** The explanations worth trying, in a fixed order. */
    List<Explanation> list() {
        if (change.deltaGrams() < 0) {
            takes();
        } else {
            puts();
        }
        swaps();
        nothing();
        double heaviest =
                found.stream().mapToDouble(Explanation::logWeight).max().orElse(0);
        Predicate<Explanation> worth = e -> e.logWeight() > heaviest + StrictMath.log(p.leastExplanation())
                || e.kind() == Kind.NOTHING
                || e.kind() == Kind.FOREIGN_LAID;
        return found.stream().filter(worth).toList();
    }

    private double units(int n) {
        return StrictMath.log(p.oneUnit()) + (n - 1) * StrictMath.log(p.furtherUnit());
    }

    private double actor(Reach reach) {
        return StrictMath.log(reach.likelihood() / total);
    }

    /** Two actors: their hands are seen independently of each other, so both likelihoods count in full. */
    private double both(Reach one, Reach other) {
        return StrictMath.log(one.likelihood() * other.likelihood() / total);
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
        List<Good> own = scene.own();
        for (int i = 0; i < own.size(); i++) {
            for (int j = i + 1; j < own.size(); j++) {
                Good a = own.get(i);
                Good b = own.get(j);
                for (int n = 1; n <= 3; n++) {
                    for (int m = 1; m <= 3; m++) {
                        pair(a, n, b, m);
                    }
                }
            }
        }
    }

    private void pair(Good a, int n, Good b, int m) {
        double grams = -(n * a.weightGrams() + m * b.weightGrams());
        double variance = n * a.weightSdGrams() * a.weightSdGrams() + m * b.weightSdGrams() * b.weightSdGrams();
        if (!fit.near(grams, variance)) {
            return;
        }
        plainlyFits |= fit.plain(grams, variance);
        double weight = StrictMath.log(p.twoProducts()) + units(n) + units(m) + fit.log(grams, variance);
        for (Reach one : reaches) {
            for (Reach other : reaches) {
                Party x = one.party();
                Party y = other.party();
                if (x == null || y == null || scene.staff(x) || scene.staff(y)) {
                    continue;
                }
                double who = x == y ? actor(one) : StrictMath.log(p.togetherTake()) + both(one, other);
                add(
                        x == y ? Kind.TAKE : Kind.TAKE_TOGETHER,
                        x,
                        List.of(
                                new Movement(a.id(), n, Holder.ELSEWHERE, Holder.cart(x.id())),
                                new Movement(b.id(), m, Holder.ELSEWHERE, Holder.cart(y.id()))),
                        weight
                                + who
                                + scene.place(a, one)
                                + scene.place(b, other)
                                + (scene.readings(one, a, true) + scene.readings(other, b, true)) / 2);
            }
        }
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
                    weight + habit + StrictMath.log(unseen / total / holders.size()));
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

    /** One good goes, another comes, within one disturbance. */
    private void swaps() {
        for (Good taken : scene.own()) {
            scene.carried().forEach((id, holders) -> {
                Good left = scene.good(id);
                double grams = left.weightGrams() - taken.weightGrams();
                double variance =
                        left.weightSdGrams() * left.weightSdGrams() + taken.weightSdGrams() * taken.weightSdGrams();
                if (left.id() == taken.id() || left.gtin() == null || !fit.near(grams, variance)) {
                    return;
                }
                boolean own = scene.own().stream().anyMatch(g -> g.id() == left.id());
                for (Reach reach : reaches) {
                    Party party = reach.party();
                    if (party != null && holders.contains(party) && !scene.staff(party)) {
                        add(
                                Kind.MISPLACE,
                                party,
                                List.of(
                                        new Movement(
                                                left.id(),
                                                1,
                                                Holder.cart(party.id()),
                                                own ? Holder.ELSEWHERE : scene.plate()),
                                        new Movement(taken.id(), 1, Holder.ELSEWHERE, Holder.cart(party.id()))),
                                StrictMath.log(p.twoProducts() * (own ? p.putBack() : p.misplace()))
                                        + actor(reach)
                                        + fit.log(grams, variance)
                                        + (scene.readings(reach, taken, true) + scene.readings(reach, left, false))
                                                / 2);
                    }
                }
            });
        }
    }

    private void nothing() {
        double size = Math.abs(change.deltaGrams());
        add(Kind.NOTHING, null, List.of(), StrictMath.log(p.nothing()) - size / 15 - StrictMath.log(30));
        // However large the step: something must remain possible when all else is ruled out by who holds what.
        add(Kind.NOTHING, null, List.of(), StrictMath.log(p.nothing()) - StrictMath.log(50_000));
    }

    private void add(Kind kind, @Nullable Party actor, List<Movement> movements, double logWeight) {
        found.add(new Explanation(kind, actor, movements, logWeight));
    }
}
