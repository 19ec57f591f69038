package org.openaisle.evaluation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Decision;
import org.openaisle.model.Evidence;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output;
import org.openaisle.model.Output.CartChanged;
import org.openaisle.model.Output.Positions;
import org.openaisle.model.Output.StockChanged;
import org.openaisle.model.Output.VisitDecided;
import org.openaisle.model.Truth;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.SimulationParameters;
import org.openaisle.simulator.StoreKind;

/** Whatever the engine believes, goods and people neither come into being nor vanish in it. */
class EngineConservationTest {
    /** A recording that was played. On a calm day nobody restocks, misplaces or hands over anything. */
    private record Day(String name, boolean calm, Played played) {
        static Day of(StoreKind kind, Mix mix, boolean shared, long seed) {
            String name = kind + " " + mix + (shared ? " shared" : "") + ", seed " + seed;
            System.out.println("conservation: " + name);
            SimulationParameters parameters = SimulationParameters.of(kind, mix);
            parameters = shared ? parameters.withSharedPlates() : parameters;
            return new Day(name, mix == Mix.CALM, new Played(Simulation.of(parameters, seed, 3)));
        }

        List<VisitDecided> decided() {
            return played.all(VisitDecided.class);
        }

        String product(Gtin gtin) {
            return Objects.requireNonNull(played.simulation.catalog().find(gtin))
                    .name();
        }
    }

    /** After this a visit must have been decided, even if its scan let in more people than came. */
    private static final long LONG_MILLIS = 25_000;

    /** A change that a cart shows is explained for good within the patience and what settling takes. */
    private static final long STOCK_FOLLOWS_MILLIS = 2_500;

    private static final List<Day> DAYS = new ArrayList<>();

    @BeforeAll
    static void play() {
        DAYS.add(Day.of(StoreKind.KIOSK, Mix.ADVERSARIAL, false, 21));
        DAYS.add(Day.of(StoreKind.KIOSK, Mix.CALM, false, 22));
        DAYS.add(Day.of(StoreKind.CORNER, Mix.RUSH, false, 23));
        DAYS.add(Day.of(StoreKind.CORNER, Mix.ADVERSARIAL, true, 24));
        DAYS.add(Day.of(StoreKind.CORNER, Mix.CALM, false, 25));
        DAYS.add(Day.of(StoreKind.CONVENIENCE, Mix.BUSY, false, 26));
        DAYS.add(Day.of(StoreKind.CONVENIENCE, Mix.CALM, true, 27));
    }

    @Test
    void nobodyReturnsWhatTheyDoNotHold() {
        for (Day day : DAYS) {
            assertThat(day.played.all(CartChanged.class))
                    .as(day.name)
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c.quantity()).isNotNegative());
        }
    }

    @Test
    void everyLineOfAReceiptHasItsReasonInTheEvidence() {
        for (Day day : DAYS) {
            for (VisitDecided visit : day.decided()) {
                for (Decision.Line line : visit.decision().lines()) {
                    assertThat(named(visit.evidence()))
                            .as("the evidence of %s, %s", visit.decision().token(), day.name)
                            .anyMatch(what -> what.contains(day.product(line.gtin())));
                }
            }
        }
    }

    private static List<String> named(Evidence evidence) {
        return evidence.changes().stream()
                .flatMap(c -> c.explanations().stream())
                .map(Evidence.Explanation::what)
                .toList();
    }

    @Test
    void nothingIsSoldThatHasNotLeftItsPlate() {
        for (Day day : DAYS) {
            TreeMap<Gtin, Integer> brought = stock(day);
            for (Truth.Event e : day.played.truth().events()) {
                if (e.kind() == Truth.Kind.RESTOCK && e.gtin() != null) {
                    brought.merge(e.gtin(), e.quantity(), Integer::sum);
                }
            }
            // The stock is what was likeliest when a change was explained; what came later may have told twins apart.
            doubtful(day).forEach(brought::remove);
            assertThat(brought).as(day.name).hasSizeGreaterThan(5);
            Ledger ledger = new Ledger(day);
            day.played.outputs.forEach(ledger::enter);
            brought.forEach((gtin, units) -> assertThat(ledger.sold(gtin))
                    .as("sold of %s, %s", day.product(gtin), day.name)
                    .isLessThanOrEqualTo(units - ledger.stock.getOrDefault(gtin, 0)));
        }
    }

    @Test
    void onACalmDayStockAndCartsAndSalesAddUpWhereThereIsNoDoubtAsSoonAsTheStockFollowsTheCarts() {
        for (Day day : DAYS) {
            if (day.calm) {
                TreeMap<Gtin, Integer> all = stock(day);
                doubtful(day).forEach(all::remove); // in doubt it is charged less than was taken, on purpose
                assertThat(all).as(day.name).hasSizeGreaterThan(15);
                Ledger ledger = new Ledger(day);
                long addedUp = Long.MAX_VALUE;
                int ahead = 0;
                for (Output output : day.played.outputs) {
                    // Every 200 ms come positions: until then all of a tick has been said.
                    if (output instanceof Positions) {
                        Map<Gtin, Integer> totals = ledger.totals(all.keySet());
                        if (totals.equals(all)) {
                            addedUp = output.t();
                        } else {
                            // A cart shows a change before it is explained for good; then the stock follows.
                            ahead++;
                            assertThat(output.t() - addedUp)
                                    .as("without adding up at %d, %s: %s", output.t(), day.name, totals)
                                    .isBetween(0L, STOCK_FOLLOWS_MILLIS);
                        }
                    }
                    ledger.enter(output);
                }
                assertThat(ledger.totals(all.keySet()))
                        .as("in the end, %s", day.name)
                        .isEqualTo(all);
                assertThat(ahead).as("moments with carts ahead, %s", day.name).isPositive();
                assertThat(ledger.decided).as("decided, %s", day.name).isGreaterThan(3);
            }
        }
    }

    /** Products whose whereabouts a cart or a receipt leaves open. */
    private static Set<Gtin> doubtful(Day day) {
        Set<Gtin> doubtful = new TreeSet<>();
        for (CartChanged cart : day.played.all(CartChanged.class)) {
            if (cart.probability() < 0.9) {
                doubtful.add(cart.gtin());
            }
        }
        for (VisitDecided visit : day.decided()) {
            for (Gtin gtin : stock(day).keySet()) {
                boolean named = named(visit.evidence()).stream().anyMatch(what -> what.contains(day.product(gtin)));
                if (visit.decision().review() && named) {
                    doubtful.add(gtin);
                }
            }
        }
        return doubtful;
    }

    private static TreeMap<Gtin, Integer> stock(Day day) {
        TreeMap<Gtin, Integer> stock = new TreeMap<>();
        day.played
                .simulation
                .store()
                .planogram()
                .forEach(row -> stock.merge(row.gtin(), row.knownQuantity().orElse(0), Integer::sum));
        return stock;
    }

    /** Where the engine says that all units are. */
    private static final class Ledger {
        final TreeMap<Gtin, Integer> stock;
        int decided;
        private final Map<String, TreeMap<Gtin, Integer>> carts = new TreeMap<>();
        private final TreeMap<Gtin, Integer> sold = new TreeMap<>();

        Ledger(Day day) {
            stock = stock(day);
        }

        void enter(Output output) {
            switch (output) {
                case StockChanged s -> stock.put(s.gtin(), s.quantity());
                case CartChanged c ->
                    carts.computeIfAbsent(String.valueOf(c.token()), t -> new TreeMap<>())
                            .put(c.gtin(), c.quantity());
                case VisitDecided v -> {
                    decided++;
                    carts.remove(String.valueOf(v.decision().token()));
                    v.decision().lines().forEach(l -> sold.merge(l.gtin(), l.quantity(), Integer::sum));
                }
                case Positions p -> {}
                case Output.SensorHealth h -> {}
            }
        }

        int sold(Gtin gtin) {
            return sold.getOrDefault(gtin, 0);
        }

        /** On plates, in carts, and sold. */
        Map<Gtin, Integer> totals(Set<Gtin> products) {
            Map<Gtin, Integer> totals = new TreeMap<>();
            for (Gtin gtin : products) {
                int inCarts = carts.values().stream()
                        .mapToInt(cart -> cart.getOrDefault(gtin, 0))
                        .sum();
                totals.put(gtin, stock.getOrDefault(gtin, 0) + inCarts + sold(gtin));
            }
            return totals;
        }
    }

    @Test
    void whoHasComeInAndNotGoneOutIsInside() {
        for (Day day : DAYS) {
            Map<Long, Integer> inside = new TreeMap<>();
            day.played.moments.forEach(m -> inside.put(m.t(), m.people().size()));
            int quiet = 0;
            int same = 0;
            for (Positions p : day.played.all(Positions.class)) {
                boolean atTheDoor = day.played.crossings.stream().anyMatch(c -> Math.abs(c.t() - p.t()) < 3_000);
                if (!atTheDoor && inside.containsKey(p.t())) {
                    quiet++;
                    same += p.people().size() == inside.get(p.t()) ? 1 : 0;
                    assertThat(p.people().size())
                            .as("people at %d, %s", p.t(), day.name)
                            .isLessThanOrEqualTo(inside.get(p.t()));
                }
            }
            assertThat(quiet).as(day.name).isGreaterThan(100);
            assertThat((double) same / quiet)
                    .as("share of moments with all people, %s", day.name)
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void whoHasGoneOutIsDecidedOnce() {
        for (Day day : DAYS) {
            List<Truth.Visit> visits = day.played.truth().visits();
            long end = day.played.moments.getLast().t();
            List<String> out = new ArrayList<>();
            List<String> outForLong = new ArrayList<>();
            for (Truth.Visit v : visits) {
                if (!v.staff() && v.exitedAt() != null) {
                    out.add(String.valueOf(v.token()));
                    if (v.exitedAt() < end - LONG_MILLIS) {
                        outForLong.add(String.valueOf(v.token()));
                    }
                }
            }
            List<String> decided = new ArrayList<>(day.decided().stream()
                    .map(v -> String.valueOf(v.decision().token()))
                    .toList());
            assertThat(decided).as("decided, %s", day.name).containsAll(outForLong);
            decided.forEach(token -> assertThat(out.remove(token))
                    .as("%s decided once, having gone out, %s", token, day.name)
                    .isTrue());
            int people = visits.stream().mapToInt(Truth.Visit::partySize).sum();
            int stillInside = day.played.moments.getLast().people().size();
            assertThat(day.played.crossings).as("crossings, %s", day.name).hasSize(2 * people - stillInside);
        }
    }
}
