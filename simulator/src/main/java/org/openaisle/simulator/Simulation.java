package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Camera;
import org.openaisle.model.Catalog;
import org.openaisle.model.Observation;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;

/**
 * A store's day, or some minutes of it: who comes, what they do, and what the sensors make of it. The same parameters and seed give the
 * same observations, byte for byte. Memory does not grow with the length, but for the truth's events.
 *
 * <p>Time goes in ticks of 10 ms: people and goods move, plates swing, then whatever sample or frame is due is taken.
 */
public final class Simulation {
    private static final long TICK = Math.round(Board.TICK_SECONDS * 1000);
    private static final long MOMENT = 200;

    private final SimulationParameters parameters;
    private final long seed;
    private final long end;
    private final Premises premises;
    private final @Nullable Script script;
    private @Nullable Truth truth;

    private Simulation(
            SimulationParameters parameters, long seed, long end, Premises premises, @Nullable Script script) {
        this.parameters = parameters;
        this.seed = seed;
        this.end = end;
        this.premises = premises;
        this.script = script;
    }

    public static Simulation of(StoreKind kind, Mix mix, long seed, int minutes) {
        return of(SimulationParameters.of(kind, mix), seed, minutes);
    }

    /** @param minutes how long the recording is, at least 1 */
    public static Simulation of(SimulationParameters parameters, long seed, int minutes) {
        if (minutes < 1) {
            throw new IllegalArgumentException("minutes must be at least 1, is " + minutes);
        }
        long end = parameters.startMillis() + minutes * 60_000L;
        return new Simulation(parameters, seed, end, Premises.build(parameters, seed), null);
    }

    /** A scene as it was written; the seed decides what the script leaves open, and every sensor's noise. */
    public static Simulation of(Script script, long seed) {
        SimulationParameters parameters = Script.PARAMETERS;
        return new Simulation(parameters, seed, script.end(), Premises.build(script, seed), script);
    }

    public Store store() {
        return premises.store();
    }

    public Catalog catalog() {
        return premises.assortment().catalog();
    }

    /** Lets the time pass; the same again when called again. */
    public void run(Recorder recorder) {
        Outbox outbox = new Outbox(parameters.delivery(), Dice.of(seed, "delivery"));
        World world = script == null
                ? new World(parameters, premises, seed, end, outbox)
                : new World(parameters, premises, seed, outbox, boards -> new Cast(script, boards, seed));
        List<Scale> scales = scales(world);
        List<Eye> eyes = eyes();
        if (script == null) {
            breakThings(scales, eyes);
        } else {
            script.breakThings(scales, eyes);
        }
        Poses poses = new Poses(world.people());
        for (long now = parameters.startMillis(); now <= end; now += TICK) {
            world.tick(now);
            for (Scale scale : scales) {
                Observation line = scale.tick(now);
                if (line != null) {
                    outbox.post(line);
                }
            }
            for (Eye eye : eyes) {
                if (eye.due(now)) {
                    eye.look(world, poses, now);
                }
            }
            if ((now - parameters.startMillis()) % MOMENT == 0) {
                recorder.moment(world.moment(now));
            }
            outbox.deliver(now, recorder);
        }
        outbox.deliver(Double.POSITIVE_INFINITY, recorder);
        truth = world.log.truth();
    }

    /** What really happened; after {@link #run}. */
    public Truth truth() {
        if (truth == null) {
            throw new IllegalStateException("the truth is known after run(); call that first");
        }
        return truth;
    }

    private List<Scale> scales(World world) {
        List<Scale> scales = new ArrayList<>();
        for (Board board : world.boards) {
            for (Bearing bearing : board.bearings) {
                Dice dice = Dice.of(seed, "scale " + bearing.plate().plateId());
                scales.add(new Scale(board, bearing, parameters.scales(), parameters.startMillis(), dice));
            }
        }
        for (int i = 0; i < scales.size(); i++) {
            for (int side = -1; side <= 1; side += 2) {
                boolean there = i + side >= 0 && i + side < scales.size();
                if (there && scales.get(i + side).board().shelf == scales.get(i).board().shelf) {
                    scales.get(i).besides(scales.get(i + side));
                }
            }
        }
        return scales;
    }

    private List<Eye> eyes() {
        List<Eye> eyes = new ArrayList<>();
        Sight sight = new Sight(premises.prisms());
        List<Camera> cameras = premises.cameras();
        Recogniser recogniser = new Recogniser(
                premises.assortment(), parameters.recognition(), cameras.size(), Dice.of(seed, "recogniser"));
        for (int i = 0; i < cameras.size(); i++) {
            eyes.add(new Eye(i, cameras.get(i), sight, parameters, recogniser, Dice.of(seed, "eye " + i)));
        }
        return eyes;
    }

    private void breakThings(List<Scale> scales, List<Eye> eyes) {
        SimulationParameters.Faults faults = parameters.faults();
        Dice dice = Dice.of(seed, "faults");
        List<Scale> sound = new ArrayList<>(scales);
        Scale.Fault[] kinds = {Scale.Fault.STUCK, Scale.Fault.SILENT, Scale.Fault.NOISY};
        int[] counts = {faults.stuckPlates(), faults.silentPlates(), faults.noisyPlates()};
        for (int k = 0; k < kinds.length; k++) {
            for (int i = 0; i < counts[k] && !sound.isEmpty(); i++) {
                sound.remove(dice.below(sound.size())).fail(kinds[k], someTime(dice), faults.noiseFactor());
            }
        }
        List<Eye> open = new ArrayList<>(eyes);
        for (int i = 0; i < faults.deadCameras() && !open.isEmpty(); i++) {
            open.remove(dice.below(open.size())).die(someTime(dice));
        }
    }

    private long someTime(Dice dice) {
        return parameters.startMillis() + (long) ((end - parameters.startMillis()) * dice.uniform(0.1, 0.7));
    }
}
