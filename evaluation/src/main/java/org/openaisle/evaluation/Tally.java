package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Receipts.Decided;
import org.openaisle.evaluation.Receipts.Taken;

/** The sums behind a {@link DecisionScore}, filled visit by visit. */
final class Tally {
    private final Map<String, Long> prices;
    private final List<DecisionScore.Visit> visits = new ArrayList<>();
    private final List<Long> latencies = new ArrayList<>();
    private final Calibration lines = new Calibration();
    private final Calibration receipts = new Calibration();
    private long exact;
    private long shoppers;
    private long exactShoppers;
    private long unreviewed;
    private long exactUnreviewed;
    private long reviewed;
    private long unitsHit;
    private long unitsTrue;
    private long unitsSaid;
    private long over;
    private long under;
    private long overTotal;
    private long underTotal;
    private long moneyOver;
    private long moneyUnder;
    private long sales;

    Tally(Map<String, Long> prices) {
        this.prices = prices;
    }

    /** A scored visit; one without a decision counts as an empty receipt that is not exact. */
    void add(Taken v, @Nullable Decided d) {
        SequencedMap<String, Long> truth = v.lines();
        SequencedMap<String, Long> said = d == null ? new LinkedHashMap<>() : d.quantities();
        requireKnown(v, truth);
        requireKnown(v, said);
        SequencedMap<String, Long> surplus = excess(said, truth);
        SequencedMap<String, Long> missing = excess(truth, said);
        boolean good = d != null && surplus.isEmpty() && missing.isEmpty();
        exact += good ? 1 : 0;
        shoppers += truth.isEmpty() ? 0 : 1;
        exactShoppers += good && !truth.isEmpty() ? 1 : 0;
        unitsTrue += units(truth);
        unitsSaid += units(said);
        unitsHit += units(truth) - units(missing);
        over += surplus.isEmpty() ? 0 : 1;
        under += missing.isEmpty() ? 0 : 1;
        long plus = money(surplus);
        long minus = money(missing);
        overTotal += plus > minus ? 1 : 0;
        underTotal += minus > plus ? 1 : 0;
        moneyOver += plus;
        moneyUnder += minus;
        sales += money(truth);
        if (d != null) {
            addDecided(v, d, good);
        }
        visits.add(new DecisionScore.Visit(Objects.requireNonNull(v.token()), good, d != null, surplus, missing));
    }

    private void addDecided(Taken v, Decided d, boolean good) {
        receipts.add(d.confidence(), good);
        d.lines().forEach((gtin, line) -> lines.add(line.probability(), DecisionScore.right(v, gtin, line)));
        latencies.add(d.decidedAt() - Objects.requireNonNull(v.exitedAt()));
        if (d.review()) {
            reviewed++;
        } else {
            unreviewed++;
            exactUnreviewed += good ? 1 : 0;
        }
    }

    List<DecisionScore.Visit> visits() {
        return visits;
    }

    Figures figures(int decided) {
        int n = visits.size();
        return new Figures()
                .put("visits", n)
                .put("decided", decided)
                .put("units", unitsTrue)
                .put("sales", sales)
                .put("exact", Figures.share(exact, n))
                .put("exactShoppers", Figures.share(exactShoppers, shoppers))
                .put("exactUnreviewed", Figures.share(exactUnreviewed, unreviewed))
                .put("review", Figures.share(reviewed, decided))
                .put("precision", Figures.share(unitsHit, unitsSaid))
                .put("recall", Figures.share(unitsHit, unitsTrue))
                .put("f1", Figures.share(2 * unitsHit, unitsSaid + unitsTrue))
                .put("overcharged", Figures.share(over, n))
                .put("undercharged", Figures.share(under, n))
                .put("overTotal", Figures.share(overTotal, n))
                .put("underTotal", Figures.share(underTotal, n))
                .put("moneyOver", Figures.share(moneyOver, sales))
                .put("moneyUnder", Figures.share(moneyUnder, sales))
                .put("lineBrier", lines.brier())
                .put("lineEce", lines.error())
                .put("receiptBrier", receipts.brier())
                .put("receiptEce", receipts.error())
                .put("latencyMedian", DecisionScore.percentile(latencies, 0.5))
                .put("latencyP99", DecisionScore.percentile(latencies, 0.99));
    }

    private void requireKnown(Taken v, SequencedMap<String, Long> lines) {
        for (String gtin : lines.keySet()) {
            if (!prices.containsKey(gtin)) {
                throw new Malformed("gtin " + gtin + " (visit " + v.token() + ") is not in catalog.json");
            }
        }
    }

    /** What {@code a} has more of than {@code b}. */
    private static SequencedMap<String, Long> excess(Map<String, Long> a, Map<String, Long> b) {
        SequencedMap<String, Long> excess = new LinkedHashMap<>();
        a.forEach((gtin, n) -> {
            long more = n - b.getOrDefault(gtin, 0L);
            if (more > 0) {
                excess.put(gtin, more);
            }
        });
        return excess;
    }

    private static long units(Map<String, Long> lines) {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    private long money(Map<String, Long> lines) {
        return lines.entrySet().stream()
                .mapToLong(l -> Objects.requireNonNull(prices.get(l.getKey())) * l.getValue())
                .sum();
    }
}
