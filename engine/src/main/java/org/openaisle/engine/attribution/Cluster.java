package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goods whose whereabouts an ambiguity ties together, with the K best joint hypotheses about them.
 *
 * <p>Clusters are independent of each other: what is known about one says nothing about another. An incident that touches
 * several merges them; a good about which all hypotheses agree leaves. The scheme is that of multiple hypothesis tracking
 * (Reid 1979), with goods in the place of targets.
 */
final class Cluster implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Comparator<Hypothesis> HEAVIEST_FIRST =
            Comparator.comparingDouble(Hypothesis::logWeight).reversed();

    final SortedSet<Integer> goods = new TreeSet<>();
    private final List<Incident> incidents = new ArrayList<>();
    private List<Hypothesis> hypotheses = new ArrayList<>(List.of(new Hypothesis(0, Contents.NONE, new int[0])));

    /** What {@link #holds} answers, by the contents' keys; worked out when first asked. */
    private transient @Nullable Map<Long, Double> held;

    Cluster(int good) {
        goods.add(good);
    }

    private Cluster() {}

    /** The same joint accounts, without the incidents that led to them: those stay the original's alone. */
    Cluster fork() {
        Cluster fork = new Cluster();
        fork.goods.addAll(goods);
        fork.hypotheses = new ArrayList<>();
        hypotheses.forEach(h -> fork.hypotheses.add(new Hypothesis(h.logWeight(), h.contents(), new int[0])));
        return fork;
    }

    List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    static Cluster merge(List<Cluster> parts, AttributionParameters parameters) {
        Cluster whole = new Cluster();
        for (Cluster part : parts) {
            whole.goods.addAll(part.goods);
            whole.incidents.addAll(part.incidents);
            List<Hypothesis> product = new ArrayList<>();
            for (Hypothesis a : whole.hypotheses) {
                for (Hypothesis b : part.hypotheses) {
                    int[] choices = new int[a.choices().length + b.choices().length];
                    System.arraycopy(a.choices(), 0, choices, 0, a.choices().length);
                    System.arraycopy(b.choices(), 0, choices, a.choices().length, b.choices().length);
                    product.add(new Hypothesis(
                            a.logWeight() + b.logWeight(), a.contents().with(b.contents()), choices));
                }
            }
            whole.hypotheses = product;
            whole.prune(parameters);
        }
        return whole;
    }

    /** Extends every hypothesis by every explanation that it allows. */
    void explain(Incident incident, AttributionParameters parameters) {
        List<Hypothesis> next = new ArrayList<>();
        for (Hypothesis h : hypotheses) {
            for (int i = 0; i < incident.explanations.size(); i++) {
                Explanation e = incident.explanations.get(i);
                Contents after = h.contents().after(e.movements());
                if (after != null) {
                    next.add(new Hypothesis(h.logWeight() + e.logWeight(), after, append(h.choices(), i)));
                }
            }
        }
        hypotheses = next;
        incidents.add(incident);
        prune(parameters);
    }

    private static int[] append(int[] choices, int choice) {
        int[] longer = Arrays.copyOf(choices, choices.length + 1);
        longer[choices.length] = choice;
        return longer;
    }

    /** Joins hypotheses that agree on who holds what, drops the light ones, and makes the weights sum to one. */
    void prune(AttributionParameters parameters) {
        held = null;
        hypotheses.sort(HEAVIEST_FIRST);
        Map<Contents, Integer> places = new HashMap<>();
        List<Hypothesis> kept = new ArrayList<>();
        double heaviest = hypotheses.getFirst().logWeight();
        double least = heaviest + StrictMath.log(parameters.leastShare());
        for (Hypothesis h : hypotheses) {
            if (h.logWeight() < least) {
                break;
            }
            Integer place = places.get(h.contents());
            if (place != null) {
                Hypothesis twin = kept.get(place);
                double sum = heaviest
                        + StrictMath.log(
                                StrictMath.exp(twin.logWeight() - heaviest) + StrictMath.exp(h.logWeight() - heaviest));
                kept.set(place, new Hypothesis(sum, twin.contents(), twin.choices()));
            } else if (kept.size() < parameters.hypotheses()) {
                places.put(h.contents(), kept.size());
                kept.add(h);
            }
        }
        double sum = 0;
        for (Hypothesis h : kept) {
            sum += StrictMath.exp(h.logWeight() - heaviest);
        }
        double total = heaviest + StrictMath.log(sum);
        kept.replaceAll(h -> new Hypothesis(h.logWeight() - total, h.contents(), h.choices()));
        kept.sort(HEAVIEST_FIRST);
        hypotheses = kept;
    }

    /** Writes the explanations' probabilities into the incidents, and lets those go about which nothing is open. */
    void settleIncidents() {
        for (int i = 0; i < incidents.size(); i++) {
            double[] p = new double[incidents.get(i).explanations.size()];
            for (Hypothesis h : hypotheses) {
                p[h.choices()[i]] += StrictMath.exp(h.logWeight());
            }
            incidents.get(i).probabilities = p;
        }
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            int column = i;
            int first = hypotheses.getFirst().choices()[column];
            if (hypotheses.stream().anyMatch(h -> h.choices()[column] != first)) {
                open.add(i);
            }
        }
        if (open.size() < incidents.size()) {
            List<Incident> left = open.stream().map(incidents::get).toList();
            hypotheses.replaceAll(h -> new Hypothesis(
                    h.logWeight(),
                    h.contents(),
                    open.stream().mapToInt(i -> h.choices()[i]).toArray()));
            incidents.clear();
            incidents.addAll(left);
        }
    }

    /** The goods about which all hypotheses agree leave, each as a cluster of its own, as long as at least one stays. */
    List<Cluster> release() {
        held = null;
        List<Cluster> released = new ArrayList<>();
        for (int good : List.copyOf(goods)) {
            if (goods.size() == 1) {
                break;
            }
            Contents own = hypotheses.getFirst().contents().keep(k -> Contents.good(k) == good);
            if (hypotheses.stream()
                    .allMatch(h ->
                            h.contents().keep(k -> Contents.good(k) == good).equals(own))) {
                Cluster single = new Cluster(good);
                single.hypotheses = new ArrayList<>(List.of(new Hypothesis(0, own, new int[0])));
                released.add(single);
                goods.remove(good);
                hypotheses.replaceAll(h ->
                        new Hypothesis(h.logWeight(), h.contents().keep(k -> Contents.good(k) != good), h.choices()));
            }
        }
        return released;
    }

    /** Forgets a holder: whatever it holds is gone. */
    void remove(int holder, AttributionParameters parameters) {
        hypotheses.replaceAll(h ->
                new Hypothesis(h.logWeight(), h.contents().keep(k -> Contents.holder(k) != holder), h.choices()));
        prune(parameters);
    }

    boolean mentions(int holder) {
        for (Hypothesis h : hypotheses) {
            for (int i = 0; i < h.contents().size(); i++) {
                if (Contents.holder(h.contents().keyAt(i)) == holder) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Probability that {@code holder} has at least one of {@code good}. */
    double holds(int good, int holder) {
        Map<Long, Double> known = held;
        if (known == null) {
            known = new HashMap<>();
            for (Hypothesis h : hypotheses) {
                double weight = StrictMath.exp(h.logWeight());
                for (int i = 0; i < h.contents().size(); i++) {
                    known.merge(h.contents().keyAt(i), weight, Double::sum);
                }
            }
            held = known;
        }
        return known.getOrDefault(Contents.key(good, holder), 0.0);
    }
}
