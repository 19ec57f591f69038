package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Evidence;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output.StockChanged;
import org.openaisle.model.Product;

/** The belief about who holds what, over all carts and plates. */
public final class Attribution implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double POSSIBLE = 1e-4;
    /** More products of one weight than this tell nothing. */
    private static final int MOST_STRANGERS = 30;


    private final Shelving shelving;
    private final Floor floor;
    private final Reaches hands;
    private final AttributionParameters parameters;
    private final Goods goods;
    private final Map<String, Integer> plateNumbers = new TreeMap<>();
    private final SortedMap<Integer, Cluster> clusters = new TreeMap<>();
    private final SortedMap<Integer, List<Incident>> incidentsOf = new TreeMap<>();
    private final Set<String> staff = new TreeSet<>();
    private final Stock stock;
    private final Closeness closeness;

    public Attribution(Shelving shelving, Floor floor, Reaches hands, AttributionParameters parameters) {
        this.shelving = shelving;
        this.floor = floor;
        this.hands = hands;
        this.parameters = parameters;
        this.goods = new Goods(shelving);
        this.stock = new Stock(shelving);
        this.closeness = new Closeness(floor);
        for (PlateSite site : shelving.sites()) {
            plateNumbers.put(site.plate().plateId(), plateNumbers.size());
        }
    }

    /** From now on, what this visit moves is restocking or tidying; what it seemed to hold is forgotten. */
    public void staff(String token) {
        staff.add(token);
        for (Party party : floor.parties()) {
            if (token.equals(party.token())) {
                forget(party);
            }
        }
    }

    public boolean isStaff(Party party) {
        return party.token() != null && staff.contains(party.token());
    }

    /** Takes a change into the belief; returns the parties whose carts it may have touched. */
    public List<Party> explain(WeightChange change) {
        List<Reach> reaches = hands.reaches(change);
        SceneOf scene = new SceneOf(change, this);
        List<Explanation> explanations = new Explanations(change, reaches, scene, parameters).list();
        Incident incident = new Incident(change, reaches, explanations);
        Cluster cluster = clusterFor(explanations);
        cluster.explain(incident, parameters);
        settle(cluster);
        stock.moved(change, incident.likeliest(), goods);
        Set<Party> touched = new LinkedHashSet<>();
        for (int i = 0; i < explanations.size(); i++) {
            Party actor = explanations.get(i).actor();
            if (incident.probabilities[i] > POSSIBLE) {
                for (Movement m : explanations.get(i).movements()) {
                    for (Party party : floor.parties()) {
                        if (Holder.cart(party.id()) == m.from() || Holder.cart(party.id()) == m.to()) {
                            touched.add(party);
                        }
                    }
                }
                if (actor != null) {
                    touched.add(actor);
                }
            }
        }
        for (Party party : touched) {
            incidentsOf.computeIfAbsent(party.id(), p -> new ArrayList<>()).add(incident);
        }
        return List.copyOf(touched);
    }

    /** The one cluster of all goods that the explanations move: those that were apart before are merged. */
    private Cluster clusterFor(List<Explanation> explanations) {
        SortedSet<Integer> moved = new TreeSet<>();
        for (Explanation e : explanations) {
            for (Movement m : e.movements()) {
                moved.add(m.good());
            }
        }
        if (moved.isEmpty()) {
            return new Cluster(-1);
        }
        Set<Cluster> parts = new LinkedHashSet<>();
        for (int good : moved) {
            parts.add(clusters.computeIfAbsent(good, Cluster::new));
        }
        Cluster whole = parts.size() == 1 ? parts.iterator().next() : Cluster.merge(List.copyOf(parts), parameters);
        whole.goods.forEach(good -> clusters.put(good, whole));
        return whole;
    }

    private void settle(Cluster cluster) {
        cluster.settleIncidents();
        for (Cluster released : cluster.release()) {
            released.goods.forEach(good -> clusters.put(good, released));
        }
    }

    private Collection<Cluster> distinctClusters() {
        return new LinkedHashSet<>(clusters.values());
    }

    /** The party's cart as independent parts, one for each cluster that may have goods in it. */
    public List<CartPart> cart(Party party) {
        int holder = Holder.cart(party.id());
        List<CartPart> parts = new ArrayList<>();
        for (Cluster cluster : distinctClusters()) {
            if (!cluster.mentions(holder)) {
                continue;
            }
            Map<SortedMap<Gtin, Integer>, Double> variants = new LinkedHashMap<>();
            for (Hypothesis h : cluster.hypotheses()) {
                SortedMap<Gtin, Integer> lines = new TreeMap<>();
                for (int i = 0; i < h.contents().size(); i++) {
                    long key = h.contents().keyAt(i);
                    Gtin gtin = goods.get(Contents.good(key)).gtin();
                    if (Contents.holder(key) == holder && gtin != null) {
                        lines.put(gtin, h.contents().countAt(i));
                    }
                }
                variants.merge(lines, StrictMath.exp(h.logWeight()), Double::sum);
            }
            List<CartPart.Variant> list = new ArrayList<>();
            variants.forEach((lines, p) -> list.add(new CartPart.Variant(lines, Math.min(1, p))));
            parts.add(new CartPart(list));
        }
        return parts;
    }

    /** How the stock, as most probably it is, differs from what was last said. */
    public List<StockChanged> stockChanges(long t) {
        return stock.changes(t);
    }

    /** A plate's rows are new: so is its stock. */
    public void planogramChanged(String plateId) {
        stock.reset(plateId);
    }

    /** The weight changes that may have been this party's. */
    List<Incident> incidents(Party party) {
        return incidentsOf.getOrDefault(party.id(), List.of());
    }

    /** The account of {@link #incidents}, for people to read. */
    public Evidence evidence(Party party) {
        return new EvidenceWriter(goods, shelving).write(incidents(party));
    }

    /** The party has gone with whatever it held. */
    public void forget(Party party) {
        int holder = Holder.cart(party.id());
        for (Cluster cluster : distinctClusters()) {
            if (cluster.mentions(holder)) {
                cluster.remove(holder, parameters);
                settle(cluster);
            }
        }
        incidentsOf.remove(party.id());
        clusters.values().removeIf(c -> c.hypotheses().size() == 1
                && c.hypotheses().getFirst().contents().size() == 0);
    }

    /** Where one change happened, what may stand there and who may carry what. */
    private static final class SceneOf implements Explanations.Scene {
        private final WeightChange change;
        private final Attribution belief;
        private final SortedSet<String> plates = new TreeSet<>();
        private final ChangePlace place;

        SceneOf(WeightChange change, Attribution belief) {
            this.change = change;
            this.belief = belief;
            change.parts().forEach(part -> plates.add(part.plateId()));
            this.place = new ChangePlace(change, belief.shelving, belief.parameters);
        }

        @Override
        public List<Good> own() {
            SortedMap<Gtin, Good> own = new TreeMap<>();
            for (String plate : plates) {
                belief.shelving.rows(plate).forEach(row -> {
                    Good good = belief.goods.of(row.gtin());
                    if (good != null) {
                        own.put(row.gtin(), good);
                    }
                });
            }
            return List.copyOf(own.values());
        }

        @Override
        public List<Explanations.Displaced> displaced() {
            List<Explanations.Displaced> list = new ArrayList<>();
            for (String plate : plates) {
                int holder = belief.plateHolder(plate);
                belief.clusters.forEach((good, cluster) -> {
                    if (cluster.holds(good, holder) > POSSIBLE) {
                        list.add(new Explanations.Displaced(belief.goods.get(good), holder));
                    }
                });
            }
            return list;
        }

        @Override
        public SortedMap<Integer, List<Party>> carried() {
            SortedMap<Integer, List<Party>> carried = new TreeMap<>();
            belief.clusters.forEach((good, cluster) -> {
                for (Party party : belief.floor.parties()) {
                    if (cluster.holds(good, Holder.cart(party.id())) > POSSIBLE) {
                        carried.computeIfAbsent(good, g -> new ArrayList<>()).add(party);
                    }
                }
            });
            return carried;
        }

        @Override
        public Good good(int id) {
            return belief.goods.get(id);
        }

        @Override
        public List<Good> catalogue(double grams) {
            List<Good> near = new ArrayList<>();
            List<Good> own = own();
            for (Product product : belief.shelving.catalog().products().values()) {
                double sd = Math.sqrt(square(product.weightSdGrams()) + square(change.sigmaGrams()) + 1);
                Good good = Math.abs(product.weightGrams() - grams) < 3.5 * sd ? belief.goods.of(product.gtin()) : null;
                if (good != null && own.stream().noneMatch(g -> g.id() == good.id())) {
                    near.add(good);
                }
            }
            return near.size() > MOST_STRANGERS ? List.of() : near;
        }

        private static double square(double v) {
            return v * v;
        }

        @Override
        public int plate() {
            return belief.plateHolder(change.mainPlate());
        }

        @Override
        public double place(Good good, @Nullable Reach reach) {
            return good.gtin() == null ? 0 : place.logFactor(good.gtin(), reach);
        }

        @Override
        public double readings(Party party, Good good, boolean taken) {
            if (good.gtin() == null) {
                return 0;
            }
            long from = taken ? change.movedFrom() : change.movedTo() - 2800;
            long to = taken ? change.movedTo() + 2300 : change.movedTo();
            return ItemFactor.log(belief.hands.held(party, from, to), good.gtin(), belief.parameters);
        }

        @Override
        public double closeness(Party from, Party to) {
            return belief.closeness.log(from, to, change.movedFrom());
        }

        @Override
        public boolean staff(Party party) {
            return belief.isStaff(party);
        }

        @Override
        public Good foreign(double grams) {
            return belief.goods.foreign(grams, 1 + change.sigmaGrams());
        }
    }

    private int plateHolder(String plate) {
        return Holder.plate(plateNumbers.getOrDefault(plate, 0));
    }
}
