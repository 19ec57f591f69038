package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Receipts.Decided;
import org.openaisle.evaluation.Receipts.Line;
import org.openaisle.evaluation.Receipts.Taken;

/**
 * Decisions against the truth: the measures of the contract's {@code score.py}, under its names. Visits are matched by
 * token, those without a scan by the overlap of their stays. Visits that are still open and staff are not scored; of several
 * decisions for one token the first counts, because a receipt that was issued cannot be unissued.
 *
 * @param figures shares are of scored visits with a token, unless their name says otherwise
 * @param visits every scored visit with a token, in the truth's order
 */
public record DecisionScore(Figures figures, List<Visit> visits) {
    public DecisionScore {
        visits = List.copyOf(visits);
    }

    /**
     * One scored visit.
     *
     * @param surplus units charged that were not taken, by GTIN; {@code missing} units taken that were not charged
     */
    public record Visit(
            String token,
            boolean exact,
            boolean decided,
            SequencedMap<String, Long> surplus,
            SequencedMap<String, Long> missing) {
        public Visit {
            surplus = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(surplus));
            missing = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(missing));
        }
    }

    /** Scores decisions in the order in which they were written. */
    public static DecisionScore of(Receipts.Truth truth, List<Decided> decisions) {
        List<Taken> scanned = new ArrayList<>();
        List<Taken> loose = new ArrayList<>();
        for (Taken v : truth.visits()) {
            if (!v.staff() && v.exitedAt() != null) {
                (v.token() == null ? loose : scanned).add(v);
            }
        }
        Register register = new Register(truth.visits());
        decisions.forEach(register::enter);
        Tally tally = new Tally(truth.prices());
        for (Taken v : scanned) {
            tally.add(v, register.first.get(Objects.requireNonNull(v.token())));
        }
        Figures figures = tally.figures(register.first.size());
        figures.put("missing", scanned.size() - register.first.size())
                .put("invented", register.unknown + register.staffCharged)
                .put("duplicates", register.duplicates)
                .put("staffCharged", register.staffCharged)
                .put("ignoredOpen", register.ignored);
        unscanned(
                figures,
                loose,
                decisions.stream().filter(d -> d.token() == null).toList());
        return new DecisionScore(figures, tally.visits());
    }

    /** Nearest-rank percentile. */
    static @Nullable Long percentile(List<Long> values, double q) {
        if (values.isEmpty()) {
            return null;
        }
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(q * sorted.size()) - 1));
    }

    /** Which decision counts for which token. */
    private static final class Register {
        private final Set<@Nullable String> staff = new HashSet<>();
        private final Set<@Nullable String> open = new HashSet<>();
        private final Set<@Nullable String> known = new HashSet<>();
        private final Map<String, Decided> first = new HashMap<>();
        private int duplicates;
        private int staffCharged;
        private int unknown;
        private int ignored;

        Register(List<Taken> visits) {
            for (Taken v : visits) {
                (v.staff() ? staff : v.exitedAt() == null ? open : known).add(v.token());
            }
        }

        void enter(Decided d) {
            String token = d.token();
            if (token == null) {
                return;
            }
            if (staff.contains(token)) {
                staffCharged++;
            } else if (open.contains(token)) {
                ignored++;
            } else if (!known.contains(token)) {
                unknown++;
            } else if (first.putIfAbsent(token, d) != null) {
                duplicates++;
            }
        }
    }

    private record Overlap(double share, int visit, int decision) {
        static final Comparator<Overlap> GREATEST_FIRST = Comparator.comparingDouble(Overlap::share)
                .thenComparingInt(Overlap::visit)
                .thenComparingInt(Overlap::decision)
                .reversed();
    }

    private static void unscanned(Figures figures, List<Taken> loose, List<Decided> decisions) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < loose.size(); i++) {
            Taken v = loose.get(i);
            long exitedAt = Objects.requireNonNull(v.exitedAt());
            for (int j = 0; j < decisions.size(); j++) {
                Decided d = decisions.get(j);
                long both = Math.min(exitedAt, d.exitedAt()) - Math.max(v.enteredAt(), d.enteredAt());
                long either = Math.max(exitedAt, d.exitedAt()) - Math.min(v.enteredAt(), d.enteredAt());
                if (both > 0) {
                    overlaps.add(new Overlap((double) both / either, i, j));
                }
            }
        }
        overlaps.sort(Overlap.GREATEST_FIRST);
        Set<Integer> found = new HashSet<>();
        Set<Integer> used = new HashSet<>();
        int exact = 0;
        for (Overlap o : overlaps) {
            if (!found.contains(o.visit) && !used.contains(o.decision)) {
                found.add(o.visit);
                used.add(o.decision);
                exact += decisions
                                .get(o.decision)
                                .quantities()
                                .equals(loose.get(o.visit).lines())
                        ? 1
                        : 0;
            }
        }
        figures.put("unscanned", loose.size())
                .put("unscannedFound", found.size())
                .put("unscannedExact", exact)
                .put("unscannedInvented", decisions.size() - used.size());
    }

    /** Whether a decided line says what is true. */
    static boolean right(Taken visit, String gtin, Line line) {
        Long quantity = visit.lines().get(gtin);
        return quantity != null && quantity == line.quantity();
    }
}
