package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Evidence;
import org.openaisle.model.Product;

/** Puts incidents into words. */
final class EvidenceWriter {
    private static final double WORTH_TELLING = 0.005;

    private final Goods goods;
    private final Shelving shelving;

    EvidenceWriter(Goods goods, Shelving shelving) {
        this.goods = goods;
        this.shelving = shelving;
    }

    Evidence write(List<Incident> incidents) {
        return new Evidence(incidents.stream()
                .sorted(Comparator.comparingLong((Incident i) -> i.startedAt)
                        .thenComparing(i -> i.change == null ? "" : i.change.mainPlate()))
                .map(this::change)
                .toList());
    }

    private Evidence.Change change(Incident incident) {
        Map<String, Double> words = new TreeMap<>();
        for (int i = 0; i < incident.explanations.size(); i++) {
            if (incident.probabilities[i] > WORTH_TELLING) {
                words.merge(words(incident.explanations.get(i)), incident.probabilities[i], Double::sum);
            }
        }
        List<Evidence.Explanation> explanations = new ArrayList<>();
        words.forEach((text, p) -> explanations.add(new Evidence.Explanation(text, Math.min(1, p))));
        explanations.sort(
                Comparator.comparingDouble(Evidence.Explanation::probability).reversed());
        double all = incident.reaches.stream().mapToDouble(Reach::likelihood).sum();
        List<Evidence.Hand> hands = incident.reaches.stream()
                .map(r -> new Evidence.Hand(name(r.party()), r.likelihood() / all))
                .filter(h -> h.probability() > WORTH_TELLING)
                .sorted(Comparator.comparingDouble(Evidence.Hand::probability).reversed())
                .toList();
        WeightChange c = incident.change;
        return new Evidence.Change(
                c == null
                        ? List.of()
                        : c.parts().stream().map(WeightChange.Part::plateId).toList(),
                incident.startedAt,
                incident.endedAt,
                c == null ? 0 : c.deltaGrams(),
                c == null ? 0 : c.sigmaGrams(),
                explanations,
                hands);
    }

    private String words(Explanation e) {
        StringBuilder text = new StringBuilder();
        text.append(e.kind() == Explanation.Kind.FELT_LATE ? "" : name(e.actor()) + " ")
                .append(e.kind().words);
        for (Movement m : e.movements()) {
            if (Holder.isDebt(m.to()) || m.from() == m.to() && m.from() != Holder.ELSEWHERE) {
                continue;
            }
            // What goes the other way than the first: of an exchange, both ways are told.
            text.append(isTaken(m) && !isTaken(e.movements().getFirst()) ? " and took" : "");
            Good good = goods.get(m.good());
            Product product = good.gtin() == null ? null : shelving.product(good.gtin());
            text.append(' ').append(m.units()).append(" x ");
            text.append(product == null ? Math.round(good.weightGrams()) + " g" : product.name());
        }
        return text.toString();
    }

    private static boolean isTaken(Movement m) {
        return m.from() == Holder.ELSEWHERE && m.to() != Holder.ELSEWHERE;
    }

    private static String name(@Nullable Party party) {
        if (party == null) {
            return "somebody unseen";
        }
        return party.token() == null ? "party " + party.id() + " (no scan)" : party.token();
    }
}
