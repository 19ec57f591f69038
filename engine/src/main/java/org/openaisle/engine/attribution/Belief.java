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
import java.util.function.ObjIntConsumer;
import org.openaisle.model.Gtin;

/** Who holds what, as clusters of goods that are independent of each other. */
final class Belief implements Serializable {
    private static final long serialVersionUID = 1;

    private final Goods goods;
    private final AttributionParameters parameters;
    private final SortedMap<Integer, Cluster> clusters = new TreeMap<>();

    Belief(Goods goods, AttributionParameters parameters) {
        this.goods = goods;
        this.parameters = parameters;
    }

    /** The same belief, which goes on by itself from here. */
    Belief fork(Goods numbered) {
        Belief fork = new Belief(numbered, parameters);
        for (Cluster cluster : distinct()) {
            Cluster copy = cluster.fork();
            copy.goods.forEach(good -> fork.clusters.put(good, copy));
        }
        return fork;
    }

    /** Takes an incident in: every hypothesis about its goods is extended by every explanation that it allows. */
    void take(Incident incident) {
        Cluster cluster = clusterFor(incident.explanations);
        cluster.explain(incident, parameters);
        settle(cluster);
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

    private Collection<Cluster> distinct() {
        return new LinkedHashSet<>(clusters.values());
    }

    /** Probability that {@code holder} has at least one of {@code good}. */
    double holds(int good, int holder) {
        Cluster cluster = clusters.get(good);
        return cluster == null ? 0 : cluster.holds(good, holder);
    }

    /** The goods that anybody may hold, by number. */
    List<Integer> goods() {
        return List.copyOf(clusters.keySet());
    }

    /** What a holder has, as independent parts, one for each cluster that may have goods in it. */
    List<CartPart> cart(int holder) {
        List<CartPart> parts = new ArrayList<>();
        for (Cluster cluster : distinct()) {
            if (cluster.mentions(holder)) {
                parts.add(part(cluster, holder));
            }
        }
        return parts;
    }

    private CartPart part(Cluster cluster, int holder) {
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
        return new CartPart(list);
    }

    /** Forgets a holder: whatever it has is gone. */
    void remove(int holder) {
        for (Cluster cluster : distinct()) {
            if (cluster.mentions(holder)) {
                cluster.remove(holder, parameters);
                settle(cluster);
            }
        }
        clusters.values()
                .removeIf(c -> c.hypotheses().size() == 1
                        && c.hypotheses().getFirst().contents().size() == 0);
    }

    /** Tells every good that {@code holder} has with more than {@code least} probability. */
    void forEachHeld(int holder, double least, ObjIntConsumer<Good> consumer) {
        clusters.forEach((good, cluster) -> {
            if (cluster.holds(good, holder) > least) {
                consumer.accept(goods.get(good), holder);
            }
        });
    }
}
