package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.PlateSensor.Step;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;

/**
 * All plates together: drops crosstalk and what is too small for any product, and joins the steps of neighbours on which
 * one unit can rest into one change.
 */
public final class ShelfSensor implements ShelfSensing {
    private static final long serialVersionUID = 1;
    private static final long LONGEST_REACH_MILLIS = 8_000;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    /** A unit that rests on a plate for a tenth of a second shows with this share of its weight, or more. */
    private static final double SWING_SHARE = 0.35;

    private record PlateStep(PlateSite site, Step step) implements Serializable {
        boolean overlaps(PlateStep other) {
            long together =
                    Math.min(step.endedAt(), other.step.endedAt()) - Math.max(step.startedAt(), other.step.startedAt());
            long shorter = Math.min(step.endedAt() - step.startedAt(), other.step.endedAt() - other.step.startedAt());
            return together > 0.4 * shorter;
        }

        /** The step less what leaked over from neighbours. */
        PlateStep without(double grams, double sd) {
            return new PlateStep(
                    site,
                    new Step(
                            step.startedAt(),
                            step.endedAt(),
                            step.movedFrom(),
                            step.movedTo(),
                            step.deltaGrams() - grams,
                            Math.sqrt(square(step.sigmaGrams()) + square(sd)),
                            step.rests(),
                            step.swing()));
        }

        boolean beside(PlateStep other) {
            return site.shelfId().equals(other.site.shelfId()) && Math.abs(site.index() - other.site.index()) == 1;
        }
    }

    private static final Comparator<PlateStep> BY_PLACE = Comparator.comparing(
                    (PlateStep s) -> s.site().shelfId())
            .thenComparingInt(s -> s.site().index())
            .thenComparingLong(s -> s.step().startedAt());
    private static final Comparator<WeightChange> BY_START =
            Comparator.comparingLong(WeightChange::startedAt).thenComparing(WeightChange::mainPlate);

    private final Shelving shelving;
    private final ShelfParameters parameters;
    private final Map<String, PlateSensor> sensors = new LinkedHashMap<>();
    private final PlateHealth health;
    private List<PlateStep> waiting = new ArrayList<>();
    private final List<WeightChange> touches = new ArrayList<>();

    public ShelfSensor(Shelving shelving, ShelfParameters parameters) {
        this.shelving = shelving;
        this.parameters = parameters;
        this.health = new PlateHealth(parameters);
        for (PlateSite site : shelving.sites()) {
            sensors.put(site.plate().plateId(), new PlateSensor(site.plate().ratePerSecond(), parameters));
        }
    }

    @Override
    public void weigh(WeightSamples samples) {
        PlateSensor sensor = sensors.get(samples.plateId());
        PlateSite site = shelving.site(samples.plateId());
        if (sensor == null || site == null) {
            return;
        }
        double[] grams = samples.grams();
        for (int i = 0; i < grams.length; i++) {
            Step step = sensor.sample(samples.timeOf(i), grams[i]);
            if (step != null && shows(step)) {
                waiting.add(new PlateStep(site, step));
            } else if (step != null && swings(site, step)) {
                touches.add(touch(new PlateStep(site, step)));
            }
        }
        health.weighed(samples, sensor);
    }

    private static boolean shows(Step step) {
        return Math.abs(step.deltaGrams()) > Math.max(1.5, 3 * step.sigmaGrams());
    }

    /** Whether the plate, which came back to where it was, may have held another unit for a moment, or one less. */
    private boolean swings(PlateSite site, Step step) {
        return step.swing().grams()
                        > SWING_SHARE * shelving.lightestGrams(site.plate().plateId())
                && !shelving.unitsSpanPlates(site.shelfId());
    }

    private static WeightChange touch(PlateStep s) {
        Swing swing = s.step.swing();
        return new WeightChange(
                List.of(new WeightChange.Part(s.site.plate().plateId(), s.step.deltaGrams(), s.step.sigmaGrams())),
                s.step.startedAt(),
                s.step.endedAt(),
                swing.from(),
                swing.to(),
                List.of(),
                swing);
    }

    @Override
    public List<WeightChange> advance(long t) {
        health.advance(t);
        List<WeightChange> changes = new ArrayList<>();
        List<PlateStep> kept = new ArrayList<>();
        for (List<PlateStep> group : groups(waiting)) {
            if (t < lastEnd(group) + 300 || t < lastEnd(group) + LONGEST_WAIT_MILLIS && mayGrow(group)) {
                kept.addAll(group);
            } else {
                say(group, changes);
            }
        }
        waiting = kept;
        changes.addAll(touches);
        touches.clear();
        changes.sort(BY_START);
        return changes;
    }

    @Override
    public List<WeightChange> settling(long t) {
        List<PlateStep> steps = new ArrayList<>(waiting);
        sensors.forEach((plate, sensor) -> {
            Step step = sensor.refining();
            PlateSite site = shelving.site(plate);
            // A plate that fell silent while it settled says nothing for now.
            if (step != null && site != null && shows(step) && t < step.endedAt() + LONGEST_WAIT_MILLIS) {
                steps.add(new PlateStep(site, step));
            }
        });
        List<WeightChange> changes = new ArrayList<>();
        for (List<PlateStep> group : groups(steps)) {
            if (!mayBePart(group)) {
                say(group, changes);
            }
        }
        changes.removeIf(WeightChange::isTouch);
        changes.sort(BY_START);
        return changes;
    }

    /** The steps by what hangs together through overlapping neighbours. */
    private static List<List<PlateStep>> groups(List<PlateStep> steps) {
        steps.sort(BY_PLACE);
        List<List<PlateStep>> groups = new ArrayList<>();
        boolean[] taken = new boolean[steps.size()];
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                groups.add(group(steps, i, taken));
            }
        }
        return groups;
    }

    private static List<PlateStep> group(List<PlateStep> steps, int first, boolean[] taken) {
        List<PlateStep> group = new ArrayList<>();
        group.add(steps.get(first));
        taken[first] = true;
        for (int g = 0; g < group.size(); g++) {
            for (int j = 0; j < taken.length; j++) {
                if (!taken[j]
                        && group.get(g).beside(steps.get(j))
                        && group.get(g).overlaps(steps.get(j))) {
                    taken[j] = true;
                    group.add(steps.get(j));
                }
            }
        }
        group.sort(BY_PLACE);
        return group;
    }

    private static long lastEnd(List<PlateStep> group) {
        return group.stream().mapToLong(s -> s.step.endedAt()).max().orElseThrow();
    }

    /** Whether a neighbour is still moving that began before one of the group came to rest. */
    private boolean mayGrow(List<PlateStep> group) {
        for (PlateStep s : group) {
            for (PlateSensor neighbour : neighbours(s)) {
                if (meets(s, neighbour.openSince())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether all this may be is crosstalk of a neighbour that still moves, or half of a unit that rests on both. */
    private boolean mayBePart(List<PlateStep> group) {
        boolean units = shelving.unitsSpanPlates(group.getFirst().site.shelfId());
        for (PlateStep s : group) {
            for (PlateSensor neighbour : neighbours(s)) {
                double leak = parameters.crosstalkShare() * neighbour.swingGrams();
                if (meets(s, neighbour.movingSince()) && (units || Math.abs(s.step.deltaGrams()) < leak)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<PlateSensor> neighbours(PlateStep s) {
        List<PlateSensor> neighbours = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            PlateSite site = shelving.neighbour(s.site, side);
            PlateSensor sensor = site == null ? null : sensors.get(site.plate().plateId());
            if (sensor != null) {
                neighbours.add(sensor);
            }
        }
        return neighbours;
    }

    /** Whether what a neighbour has been at since {@code open} may have to do with the step. */
    private static boolean meets(PlateStep s, long open) {
        return open < s.step.endedAt() && open > s.step.startedAt() - LONGEST_REACH_MILLIS;
    }

    private void say(List<PlateStep> group, List<WeightChange> changes) {
        List<PlateStep> real = new ArrayList<>();
        for (PlateStep s : group) {
            double larger = 0;
            double leaked = 0;
            double doubt = 0;
            for (PlateStep other : group) {
                if (other.beside(s) && other.overlaps(s)) {
                    double delta = other.step.deltaGrams();
                    larger = Math.max(larger, Math.abs(delta));
                    leaked += parameters.crosstalkMean() * delta;
                    doubt += square(parameters.crosstalkSd() * delta);
                }
            }
            if (Math.abs(s.step.deltaGrams()) > parameters.crosstalkShare() * larger) {
                real.add(s.without(leaked, Math.sqrt(doubt)));
            }
        }
        while (!real.isEmpty()) {
            List<PlateStep> unit = new ArrayList<>(List.of(real.removeFirst()));
            while (!real.isEmpty() && rests(unit.getLast(), real.getFirst())) {
                unit.add(real.removeFirst());
            }
            WeightChange change = change(unit);
            if (Math.abs(change.deltaGrams()) > least(unit)) {
                List<Rest> rests = unit.getFirst().step.rests();
                boolean may = unit.size() == 1
                        && !shelving.unitsSpanPlates(unit.getFirst().site.shelfId());
                changes.add(may ? change.of(Movements.of(change, rests, shelving)) : change);
            } else if (unit.size() == 1 && swings(unit.getFirst(), group)) {
                changes.add(touch(unit.getFirst()));
            }
        }
    }

    /** The same, for a plate whose neighbours moved too: what swung was its own and not theirs. */
    private boolean swings(PlateStep s, List<PlateStep> group) {
        double leak = 0;
        for (PlateStep other : group) {
            if (other != s) {
                double most = Math.max(
                        Math.abs(other.step.deltaGrams()), other.step.swing().grams());
                leak = Math.max(leak, parameters.crosstalkShare() * most);
            }
        }
        return s.step.swing().grams() > leak && swings(s.site, s.step);
    }

    private static double square(double v) {
        return v * v;
    }

    private boolean rests(PlateStep a, PlateStep b) {
        return a.beside(b) && a.overlaps(b) && shelving.unitsSpanPlates(a.site.shelfId());
    }

    private double least(List<PlateStep> unit) {
        double lightest = Double.POSITIVE_INFINITY;
        for (PlateStep s : unit) {
            lightest = Math.min(lightest, shelving.lightestGrams(s.site.plate().plateId()));
        }
        return Math.max(parameters.leastGrams(), Math.min(20, parameters.leastShare() * lightest));
    }

    private WeightChange change(List<PlateStep> unit) {
        List<WeightChange.Part> parts = new ArrayList<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (PlateStep s : unit) {
            double widened = health.widening(s.site.plate().plateId());
            parts.add(new WeightChange.Part(
                    s.site.plate().plateId(), s.step.deltaGrams(), s.step.sigmaGrams() * widened));
            start = Math.min(start, s.step.startedAt());
            from = Math.min(from, s.step.movedFrom());
            to = Math.max(to, s.step.movedTo());
            end = Math.max(end, s.step.endedAt());
        }
        return new WeightChange(parts, start, end, from, to);
    }

    @Override
    public long openSince() {
        long since = Long.MAX_VALUE;
        for (PlateSensor sensor : sensors.values()) {
            long open = sensor.openSince();
            // Who waits for a plate that never rests waits for ever.
            if (!sensor.isFrozen() && sensor.lastTime() - open < LONGEST_REACH_MILLIS) {
                since = Math.min(since, open);
            }
        }
        for (PlateStep s : waiting) {
            since = Math.min(since, s.step.startedAt());
        }
        return since;
    }

    @Override
    public List<WeightChange> restless(long t) {
        List<WeightChange> restless = new ArrayList<>();
        sensors.forEach((plate, sensor) -> {
            long since = sensor.openSince();
            if (since < t && !sensor.isFrozen() && sensor.swingGrams() > 2 * parameters.leastGrams()) {
                restless.add(new WeightChange(List.of(new WeightChange.Part(plate, 0, 0)), since, t, since, t));
            }
        });
        return restless;
    }

    @Override
    public Set<String> numb(long from, long to) {
        Set<String> numb = new TreeSet<>();
        sensors.forEach((plate, sensor) -> {
            if (sensor.wasNumb(from, to)) {
                numb.add(plate);
            }
        });
        return numb;
    }

    @Override
    public List<SensorHealth> health() {
        return health.changes();
    }
}
