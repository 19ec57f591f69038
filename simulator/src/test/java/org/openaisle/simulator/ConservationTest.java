package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Observation;
import org.openaisle.model.Truth;

/** A shop is a closed world: nothing and nobody comes into being or vanishes in it. */
class ConservationTest {
    private static final long SEED = 11;
    private static final List<Observation> OBSERVATIONS = new ArrayList<>();
    private static World world = world();
    private static Truth truth = new Truth(List.of(), List.of());

    @BeforeAll
    static void letTimePass() {
        SimulationParameters parameters = parameters();
        Outbox outbox = new Outbox(parameters.delivery(), Dice.of(SEED, "delivery"));
        world = new World(parameters, Premises.build(parameters, SEED), SEED, end(parameters), outbox);
        for (long now = parameters.startMillis(); now <= end(parameters); now += 10) {
            world.tick(now);
            if (now % 1_000 == 0) {
                assertThat(world.unitsNow())
                        .as("units at %d (seed %d)", now, SEED)
                        .isEqualTo(world.unitsEver());
            }
        }
        outbox.deliver(Double.POSITIVE_INFINITY, new Recorder() {
            @Override
            public void observation(Observation observation) {
                OBSERVATIONS.add(observation);
            }

            @Override
            public void moment(Truth.Moment moment) {}
        });
        truth = world.log.truth();
    }

    @Test
    void peopleInLessPeopleOutAreThoseInside() {
        long crossings = OBSERVATIONS.stream()
                .filter(Observation.GateCrossing.class::isInstance)
                .count();
        long inside = world.people().stream().filter(p -> p.inside).count();
        long out = world.groups().stream()
                .flatMap(g -> g.members.stream())
                .filter(p -> p.gone)
                .count();
        assertThat(out).as("seed %d", SEED).isPositive();
        assertThat(crossings).isEqualTo(inside + 2 * out);
    }

    @Test
    void nobodyPutsDownWhatTheyDoNotHold() {
        Map<String, Integer> held = new TreeMap<>();
        for (Truth.Event e : truth.events()) {
            String thing = e.person() + " " + e.gtin();
            int after = switch (e.kind()) {
                case TAKE -> held.merge(thing, e.quantity(), Integer::sum);
                case RETURN, MISPLACE -> held.merge(thing, -e.quantity(), Integer::sum);
                case HANDOVER -> {
                    held.merge(e.toPerson() + " " + e.gtin(), e.quantity(), Integer::sum);
                    yield held.merge(thing, -e.quantity(), Integer::sum);
                }
                case RESTOCK, FOREIGN -> 0;
            };
            assertThat(after).as("%s after %s (seed %d)", thing, e, SEED).isNotNegative();
        }
    }

    @Test
    void whatAVisitCarriesOutIsWhatItsEventsSay() {
        assertThat(truth.events()).extracting(Truth.Event::kind).contains(Truth.Kind.TAKE, Truth.Kind.RETURN);
        for (Truth.Visit visit : truth.visits()) {
            Map<String, Integer> expected = new TreeMap<>();
            for (Truth.Event e : truth.events()) {
                boolean giver = visit.people().contains(e.person());
                boolean taker = e.toPerson() != null && visit.people().contains(e.toPerson());
                int sign = switch (e.kind()) {
                    case TAKE -> giver ? 1 : 0;
                    case RETURN, MISPLACE -> giver ? -1 : 0;
                    case HANDOVER -> (taker ? 1 : 0) - (giver ? 1 : 0);
                    case RESTOCK, FOREIGN -> 0;
                };
                if (sign != 0) {
                    expected.merge(String.valueOf(e.gtin()), sign * e.quantity(), Integer::sum);
                }
            }
            expected.values().removeIf(n -> n == 0);
            if (visit.exitedAt() != null && !visit.staff()) {
                Map<String, Integer> lines = new TreeMap<>();
                visit.lines().forEach(l -> lines.put(l.gtin().digits(), l.quantity()));
                assertThat(lines).as("%s (seed %d)", visit, SEED).isEqualTo(expected);
            }
        }
    }

    @Test
    void everybodyFindsTheWayOutBeforeTheEnd() {
        SimulationParameters parameters = SimulationParameters.of(StoreKind.CORNER, Mix.RUSH);
        for (long seed = 1; seed <= 5; seed++) {
            Outbox outbox = new Outbox(parameters.delivery(), Dice.of(seed, "delivery"));
            long end = parameters.startMillis() + 4 * 60_000;
            World crowded = new World(parameters, Premises.build(parameters, seed), seed, end, outbox);
            for (long now = parameters.startMillis(); now <= end; now += 10) {
                crowded.tick(now);
            }
            assertThat(crowded.groups()).as("seed %d", seed).hasSizeGreaterThan(5);
            assertThat(crowded.people()).as("seed %d", seed).noneMatch(p -> p.inside);
        }
    }

    private static SimulationParameters parameters() {
        return SimulationParameters.of(StoreKind.CORNER, Mix.ADVERSARIAL);
    }

    private static long end(SimulationParameters parameters) {
        return parameters.startMillis() + 5 * 60_000;
    }

    private static World world() {
        SimulationParameters parameters = parameters();
        Outbox outbox = new Outbox(parameters.delivery(), Dice.of(SEED, "delivery"));
        return new World(parameters, Premises.build(parameters, SEED), SEED, end(parameters), outbox);
    }
}
