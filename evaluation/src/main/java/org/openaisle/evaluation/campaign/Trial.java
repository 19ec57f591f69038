package org.openaisle.evaluation.campaign;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openaisle.simulator.Mix;
import org.openaisle.simulator.Simulation;
import org.openaisle.simulator.SimulationParameters;
import org.openaisle.simulator.StoreKind;

/** One recording of a campaign, as the options of {@code openaisle simulate} that make it. */
public record Trial(StoreKind kind, Mix mix, boolean degraded, boolean shared, long seed, int minutes) {
    /** The first seed of a campaign. Nobody tunes the engine on these seeds; who has looked into one draws fresh ones. */
    public static final long FIRST_SEED = 5001;

    /**
     * What a campaign consists of: 38 recordings, some 900 visits. Convenience stores and corner shops weigh most, since they are
     * what the engine is for; each kind of trouble comes several times. The largest come first, so that no core is left with one
     * at the end.
     */
    private static final List<Trial> PLAN = List.of(
            store(StoreKind.SUPERMARKET, Mix.RUSH, 3),
            store(StoreKind.SUPERMARKET, Mix.RUSH, 3),
            store(StoreKind.SUPERMARKET, Mix.BUSY, 3),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6).onABadDay(),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6).withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.RUSH, 6).onABadDay().withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6).onABadDay(),
            store(StoreKind.CONVENIENCE, Mix.ADVERSARIAL, 6).withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).onABadDay(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).onABadDay(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).onABadDay(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.BUSY, 6).withSharedPlates(),
            store(StoreKind.CONVENIENCE, Mix.CALM, 5),
            store(StoreKind.CONVENIENCE, Mix.CALM, 5).withSharedPlates(),
            store(StoreKind.CORNER, Mix.RUSH, 6),
            store(StoreKind.CORNER, Mix.RUSH, 6).withSharedPlates(),
            store(StoreKind.CORNER, Mix.ADVERSARIAL, 6),
            store(StoreKind.CORNER, Mix.ADVERSARIAL, 6).onABadDay(),
            store(StoreKind.CORNER, Mix.BUSY, 6),
            store(StoreKind.CORNER, Mix.BUSY, 6).onABadDay(),
            store(StoreKind.KIOSK, Mix.RUSH, 5),
            store(StoreKind.KIOSK, Mix.ADVERSARIAL, 5),
            store(StoreKind.KIOSK, Mix.BUSY, 5).onABadDay(),
            store(StoreKind.KIOSK, Mix.CALM, 4));

    /** The whole campaign; seeds count up from {@code firstSeed}. */
    public static List<Trial> all(long firstSeed) {
        return seeded(PLAN, firstSeed);
    }

    /** Three small recordings, to see that everything works: they say nothing about the engine. */
    public static List<Trial> few(long firstSeed) {
        return seeded(
                List.of(
                        store(StoreKind.KIOSK, Mix.CALM, 2),
                        store(StoreKind.KIOSK, Mix.BUSY, 2).onABadDay(),
                        store(StoreKind.KIOSK, Mix.BUSY, 2).withSharedPlates()),
                firstSeed);
    }

    private static List<Trial> seeded(List<Trial> plan, long firstSeed) {
        return IntStream.range(0, plan.size())
                .mapToObj(i -> plan.get(i).withSeed(firstSeed + i))
                .toList();
    }

    private static Trial store(StoreKind kind, Mix mix, int minutes) {
        return new Trial(kind, mix, false, false, 0, minutes);
    }

    private Trial onABadDay() {
        return new Trial(kind, mix, true, shared, seed, minutes);
    }

    private Trial withSharedPlates() {
        return new Trial(kind, mix, degraded, true, seed, minutes);
    }

    private Trial withSeed(long its) {
        return new Trial(kind, mix, degraded, shared, its, minutes);
    }

    /** Like {@code convenience-busy-5017-degraded}. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + mix.name().toLowerCase(Locale.ROOT) + "-" + seed
                + (degraded ? "-degraded" : "") + (shared ? "-shared" : "");
    }

    Simulation simulation() {
        SimulationParameters parameters = SimulationParameters.of(kind, mix);
        parameters = shared ? parameters.withSharedPlates() : parameters;
        return Simulation.of(degraded ? parameters.withFaults() : parameters, seed, minutes);
    }
}
