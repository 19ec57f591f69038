package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.layout.Varied;
import org.openaisle.engine.shelf.WeightChange;

/** Clusters of goods, merged, extended, pruned, settled and released, believe what trying everything out believes. */
class ClusterTest {
    private static final int GOODS = 3;
    private static final int HOLDERS = 4;
    private static final AttributionParameters EVERYTHING_KEPT = keeping(1_000_000, 0.0);

    private static AttributionParameters keeping(int hypotheses, double leastShare) {
        return Varied.of(
                AttributionParameters.class,
                AttributionParameters.defaults(),
                Map.of("hypotheses", hypotheses, "leastShare", leastShare));
    }

    /** The clusters of all goods, kept as the belief keeps them. */
    private static final class Clusters {
        final SortedMap<Integer, Cluster> of = new TreeMap<>();
        final AttributionParameters parameters;

        Clusters(AttributionParameters parameters) {
            this.parameters = parameters;
            for (int g = 0; g < GOODS; g++) {
                of.put(g, new Cluster(g));
            }
        }

        void explain(List<Explanation> explanations) {
            Set<Cluster> parts = new LinkedHashSet<>();
            for (Explanation e : explanations) {
                e.movements().forEach(m -> parts.add(of.get(m.good())));
            }
            if (parts.isEmpty()) {
                return;
            }
            Cluster whole = Cluster.merge(List.copyOf(parts), parameters);
            whole.goods.forEach(g -> of.put(g, whole));
            WeightChange change = new WeightChange(List.of(new WeightChange.Part("P1", -1, 1)), 0, 1, 0, 1);
            whole.explain(new Incident(change, List.of(), explanations), parameters);
            settle(whole);
        }

        void forget(int holder) {
            for (Cluster cluster : distinct()) {
                cluster.remove(holder, parameters);
                settle(cluster);
            }
        }

        private void settle(Cluster cluster) {
            cluster.settleIncidents();
            cluster.release().forEach(single -> single.goods.forEach(g -> of.put(g, single)));
        }

        List<Cluster> distinct() {
            return List.copyOf(new LinkedHashSet<>(of.values()));
        }

        /** All clusters multiplied out, in the reference's words. */
        Map<String, Double> joint() {
            Map<Contents, Double> joint = new LinkedHashMap<>(Map.of(Contents.NONE, 1.0));
            for (Cluster cluster : distinct()) {
                Map<Contents, Double> next = new LinkedHashMap<>();
                joint.forEach((contents, p) -> cluster.hypotheses()
                        .forEach(h ->
                                next.merge(contents.with(h.contents()), p * Math.exp(h.logWeight()), Double::sum)));
                joint = next;
            }
            Map<String, Double> words = new TreeMap<>();
            joint.forEach((contents, p) -> words.merge(words(contents), p, Double::sum));
            return words;
        }

        private static String words(Contents contents) {
            Map<String, Integer> held = new TreeMap<>();
            for (int i = 0; i < contents.size(); i++) {
                long key = contents.keyAt(i);
                held.put(Contents.good(key) + "@" + Contents.holder(key), contents.countAt(i));
            }
            return held.toString();
        }
    }

    private static Explanation explanation(double logWeight, Movement... movements) {
        return new Explanation(Kind.TAKE, null, List.of(movements), logWeight);
    }

    private static List<Explanation> randomIncident(Random random, boolean mayTouchTwoGoods) {
        int good = random.nextInt(GOODS);
        int other = mayTouchTwoGoods ? random.nextInt(GOODS) : good;
        List<Explanation> explanations = new ArrayList<>();
        explanations.add(explanation(-6));
        for (int i = 0; i <= random.nextInt(4); i++) {
            int from = random.nextInt(HOLDERS + 3) - 3;
            int to = random.nextInt(HOLDERS + 1) - 1;
            int units = 1 + random.nextInt(2);
            explanations.add(explanation(
                    -4 * random.nextDouble(),
                    new Movement(random.nextBoolean() ? good : other, units, Math.max(Holder.ELSEWHERE, from), to)));
        }
        return explanations;
    }

    private static void assertSameBelief(Map<String, Double> found, Map<String, Double> expected, String which) {
        expected.forEach((contents, p) -> assertThat(found.getOrDefault(contents, 0.0))
                .as("probability of %s, %s", contents, which)
                .isCloseTo(p, within(1e-9)));
        found.forEach((contents, p) -> assertThat(expected.getOrDefault(contents, 0.0))
                .as("probability of %s, %s", contents, which)
                .isCloseTo(p, within(1e-9)));
    }

    @Test
    void believesWhatTryingEverySequenceOfExplanationsBelieves() {
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            Clusters clusters = new Clusters(EVERYTHING_KEPT);
            ClusterReference reference = new ClusterReference();
            for (int i = 0; i <= random.nextInt(6); i++) {
                List<Explanation> incident = randomIncident(random, random.nextInt(3) == 0);
                clusters.explain(incident);
                reference.explain(incident);
                assertSameBelief(
                        clusters.joint(), reference.posterior(List.of()), "incident " + i + " of seed " + seed);
            }
        }
    }

    @Test
    void whoeverLeavesTakesTheirGoodsAndNothingElseOutOfTheBelief() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Clusters clusters = new Clusters(EVERYTHING_KEPT);
            ClusterReference reference = new ClusterReference();
            for (int i = 0; i < 5; i++) {
                List<Explanation> incident = randomIncident(random, random.nextInt(3) == 0);
                clusters.explain(incident);
                reference.explain(incident);
            }
            int gone = random.nextInt(HOLDERS);
            clusters.forget(gone);

            assertSameBelief(clusters.joint(), reference.posterior(List.of(gone)), "seed " + seed);
        }
    }

    @Test
    void withFewHypothesesTheLikeliestOnesSurviveAndStillSumToOne() {
        int agreed = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Clusters few = new Clusters(keeping(12, 1e-5));
            ClusterReference reference = new ClusterReference();
            for (int i = 0; i < 6; i++) {
                List<Explanation> incident = randomIncident(random, random.nextInt(3) == 0);
                few.explain(incident);
                reference.explain(incident);
            }
            for (Cluster cluster : few.distinct()) {
                assertThat(cluster.hypotheses()).hasSizeLessThanOrEqualTo(12);
                assertThat(cluster.hypotheses().stream()
                                .mapToDouble(h -> Math.exp(h.logWeight()))
                                .sum())
                        .as("sum with seed %d", seed)
                        .isCloseTo(1, within(1e-9));
            }
            agreed += likeliest(few.joint()).equals(likeliest(reference.posterior(List.of()))) ? 1 : 0;
        }
        assertThat(agreed)
                .as("of 100 likeliest accounts that twelve hypotheses find")
                .isGreaterThanOrEqualTo(95);
    }

    private static String likeliest(Map<String, Double> belief) {
        return belief.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void unitsThatWereTakenAreInSomebodysHandsInEveryHypothesis() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Clusters clusters = new Clusters(keeping(40, 1e-5));
            for (int i = 0; i < 4; i++) {
                clusters.explain(List.of(
                        explanation(-1, new Movement(0, 1, Holder.ELSEWHERE, random.nextInt(2))),
                        explanation(-2, new Movement(0, 1, Holder.ELSEWHERE, 2 + random.nextInt(2)))));
            }
            for (int i = 0; i < 6; i++) {
                List<Explanation> handovers = new ArrayList<>();
                for (int from = 0; from < HOLDERS; from++) {
                    int to = (from + 1 + random.nextInt(HOLDERS - 1)) % HOLDERS;
                    handovers.add(explanation(-random.nextDouble(), new Movement(0, 1, from, to)));
                }
                clusters.explain(handovers);
            }
            for (Hypothesis h : clusters.of.get(0).hypotheses()) {
                int units = 0;
                for (int i = 0; i < h.contents().size(); i++) {
                    assertThat(h.contents().countAt(i))
                            .as("count with seed %d", seed)
                            .isPositive();
                    units += h.contents().countAt(i);
                }
                assertThat(units).as("units with seed %d", seed).isEqualTo(4);
            }
        }
    }

    @Test
    void aPutBackTellsWhoHadTaken() {
        Clusters clusters = new Clusters(EVERYTHING_KEPT);
        clusters.explain(List.of(
                explanation(Math.log(0.7), new Movement(0, 1, Holder.ELSEWHERE, Holder.cart(0))),
                explanation(Math.log(0.3), new Movement(0, 1, Holder.ELSEWHERE, Holder.cart(1)))));
        assertThat(clusters.of.get(0).holds(0, Holder.cart(0))).isCloseTo(0.7, within(1e-9));

        clusters.explain(List.of(explanation(0, new Movement(0, 1, Holder.cart(1), Holder.ELSEWHERE))));

        assertThat(clusters.of.get(0).holds(0, Holder.cart(0))).isZero();
        assertThat(clusters.of.get(0).hypotheses()).hasSize(1);
    }

    @Test
    void goodsThatOneAmbiguityTiedAreFreeAgainOnceItIsSettled() {
        Clusters clusters = new Clusters(EVERYTHING_KEPT);
        clusters.explain(List.of(
                explanation(-1, new Movement(0, 1, Holder.ELSEWHERE, 0)),
                explanation(-1, new Movement(1, 1, Holder.ELSEWHERE, 0))));
        assertThat(clusters.of.get(0)).isSameAs(clusters.of.get(1)).isNotSameAs(clusters.of.get(2));

        clusters.explain(List.of(explanation(0, new Movement(1, 1, 0, Holder.ELSEWHERE))));

        assertThat(clusters.of.get(0)).isNotSameAs(clusters.of.get(1));
        assertThat(clusters.of.get(0).holds(0, 0)).isZero();
    }
}
