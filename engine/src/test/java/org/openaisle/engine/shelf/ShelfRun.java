package org.openaisle.engine.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;

/** Plays plate models to a shelf sensor, ten samples a line, with ticks of event time between, and keeps what it says. */
final class ShelfRun {
    static final long BEGIN = 1_700_000_000_000L;
    private static final int PER_LINE = 10;

    final List<WeightChange> changes = new ArrayList<>();
    /** Plates that were touched and are as heavy as before. */
    final List<WeightChange> touches = new ArrayList<>();

    final List<SensorHealth> health = new ArrayList<>();
    /** When a change could first be seen coming, by the plates it is of, with its weight then. */
    final Map<List<String>, Coming> coming = new LinkedHashMap<>();
    /** When anything could last be seen coming. */
    long lastComing = Long.MIN_VALUE;

    final ShelfSensor sensor;
    private final Map<String, PlateModel> models = new TreeMap<>();
    private boolean watched = true;

    /** What a change that was not said yet looked like. */
    record Coming(long t, double grams) {}

    ShelfRun(ShopPlan plan) {
        this.sensor = new ShelfSensor(plan.shelving(), ShelfParameters.defaults());
    }

    /** One plate alone, on which a light product stands. */
    static ShelfRun of(PlateModel model, double seconds) {
        return new ShelfRun(ShopPlan.empty().knows(1, 40).plate("P1", 1))
                .with("P1", model)
                .play(seconds);
    }

    ShelfRun with(String plateId, PlateModel model) {
        models.put(plateId, model);
        return this;
    }

    /** Nobody looks at what is coming. */
    ShelfRun unwatched() {
        watched = false;
        return this;
    }

    ShelfRun play(double seconds) {
        List<WeightSamples> lines = new ArrayList<>();
        models.forEach((plate, model) -> lines(plate, model.samples(seconds), lines));
        lines.sort(Comparator.comparingLong(WeightSamples::ownTime).thenComparing(WeightSamples::plateId));
        long tick = BEGIN;
        for (WeightSamples line : lines) {
            for (; tick <= line.ownTime(); tick += 100) {
                advance(tick);
            }
            sensor.weigh(line);
        }
        for (; tick <= BEGIN + (long) (1000 * seconds); tick += 100) {
            advance(tick);
        }
        return this;
    }

    private void advance(long t) {
        sensor.advance(t).forEach(change -> (change.isTouch() ? touches : changes).add(change));
        health.addAll(sensor.health());
        for (WeightChange change : watched ? sensor.settling(t) : List.<WeightChange>of()) {
            List<String> plates =
                    change.parts().stream().map(WeightChange.Part::plateId).toList();
            coming.putIfAbsent(plates, new Coming(t, change.deltaGrams()));
            lastComing = t;
        }
    }

    private static void lines(String plate, List<PlateModel.Sample> samples, List<WeightSamples> lines) {
        int from = 0;
        for (int i = 1; i <= samples.size(); i++) {
            boolean whole = i - from == PER_LINE || i == samples.size();
            if (whole || samples.get(i).seconds() - samples.get(i - 1).seconds() > 1.5 / PlateModel.RATE) {
                double[] grams = samples.subList(from, i).stream()
                        .mapToDouble(PlateModel.Sample::grams)
                        .toArray();
                long t = millis(samples.get(from).seconds());
                lines.add(new WeightSamples(t, plate, 1000 / PlateModel.RATE, grams));
                from = i;
            }
        }
    }

    static long millis(double seconds) {
        return BEGIN + Math.round(1000 * seconds);
    }

    /** The deltas in the order in which they were said. */
    List<Double> deltas() {
        return changes.stream().map(WeightChange::deltaGrams).toList();
    }
}
