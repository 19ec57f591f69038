package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Receipts.Decided;
import org.openaisle.evaluation.Receipts.Line;
import org.openaisle.evaluation.Receipts.Taken;

/** What an engine made of a recording beside what really happened there: all that figures of receipts and live carts are made of. */
public record Outcome(String name, Receipts.Truth truth, List<Decided> decisions, LiveScore live) {
    /** Longer than any recording, milliseconds. */
    private static final long APART = 1_000_000_000_000L;

    public Outcome {
        decisions = List.copyOf(decisions);
    }

    /** The contract's figures. */
    public DecisionScore score() {
        return DecisionScore.of(truth, decisions);
    }

    /** The contract's figures, and after them our own of live carts. */
    public Figures figures() {
        return score().figures().and(live.figures());
    }

    /**
     * Several recordings as if they were one: every visit counts alike, and what is said of probabilities is said of all of them
     * together. A mean over recordings would count a visit for less where there were many, and would find errors of calibration
     * in recordings that are too small to show any.
     */
    public static Outcome pooled(String name, List<Outcome> outcomes) {
        Map<String, Long> prices = new LinkedHashMap<>();
        List<Taken> visits = new ArrayList<>();
        List<Decided> decisions = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Apart apart = new Apart(i + "/", i * APART);
            Outcome outcome = outcomes.get(i);
            prices.putAll(apart.names(outcome.truth.prices()));
            outcome.truth.visits().forEach(v -> visits.add(apart.visit(v)));
            outcome.decisions.forEach(d -> decisions.add(apart.decision(d)));
        }
        LiveScore live = LiveScore.pooled(outcomes.stream().map(Outcome::live).toList());
        return new Outcome(name, new Receipts.Truth(prices, visits), decisions, live);
    }

    /** Keeps one recording's tokens, products and times apart from all others'. */
    private record Apart(String prefix, long later) {
        Taken visit(Taken v) {
            Long exitedAt = v.exitedAt();
            return new Taken(
                    token(v.token()),
                    v.enteredAt() + later,
                    exitedAt == null ? null : (Long) (exitedAt + later),
                    v.staff(),
                    names(v.lines()));
        }

        Decided decision(Decided d) {
            SequencedMap<String, Line> lines = names(d.lines());
            return new Decided(
                    token(d.token()),
                    d.enteredAt() + later,
                    d.exitedAt() + later,
                    d.decidedAt() + later,
                    d.confidence(),
                    d.review(),
                    lines);
        }

        private @Nullable String token(@Nullable String token) {
            return token == null ? null : prefix + token;
        }

        <V> SequencedMap<String, V> names(Map<String, V> map) {
            SequencedMap<String, V> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(prefix + name, value));
            return named;
        }
    }
}
