package org.openaisle.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;

/** Shelves that say what a test has written for them, when it has written it. */
final class ScriptedShelves implements ShelfSensing, Parts {
    private static final long serialVersionUID = 1;

    private final SortedMap<Long, List<WeightChange>> script = new TreeMap<>();
    private final SortedMap<Long, List<WeightChange>> settling = new TreeMap<>();

    /** At {@code saidAt} a plate's change from {@code moved} is said; of several said at once the first one first. */
    ScriptedShelves says(double saidAt, double moved, String plate, double grams) {
        return says(saidAt, moved, new WeightChange.Part(plate, grams, 1));
    }

    /** The same of neighbours that changed together. */
    ScriptedShelves says(double saidAt, double moved, WeightChange.Part... parts) {
        script.computeIfAbsent(ShopDay.millis(saidAt), s -> new ArrayList<>()).add(change(moved, parts));
        return this;
    }

    /** From {@code seconds} on, until something else settles, a plate's change from {@code moved} can be seen coming. */
    ScriptedShelves settles(double seconds, double moved, String plate, double grams) {
        settling.put(ShopDay.millis(seconds), List.of(change(moved, new WeightChange.Part(plate, grams, 1))));
        return this;
    }

    /** From {@code seconds} on nothing is to be seen coming. */
    ScriptedShelves settlesNothing(double seconds) {
        settling.put(ShopDay.millis(seconds), List.of());
        return this;
    }

    private static WeightChange change(double moved, WeightChange.Part... parts) {
        long t = ShopDay.millis(moved);
        return new WeightChange(List.of(parts), t - 200, t + 600, t, t + 200);
    }

    @Override
    public ShelfSensing shelves(Shelving shelving, EngineParameters parameters) {
        return this;
    }

    @Override
    public void weigh(WeightSamples samples) {}

    @Override
    public List<WeightChange> advance(long t) {
        List<WeightChange> due = new ArrayList<>();
        while (!script.isEmpty() && script.firstKey() <= t) {
            due.addAll(script.remove(script.firstKey()));
        }
        return due;
    }

    @Override
    public List<WeightChange> settling(long t) {
        SortedMap<Long, List<WeightChange>> past = settling.headMap(t + 1);
        return past.isEmpty() ? List.of() : past.get(past.lastKey());
    }

    @Override
    public long openSince() {
        return script.values().stream()
                .flatMap(List::stream)
                .mapToLong(WeightChange::startedAt)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public List<SensorHealth> health() {
        return List.of();
    }
}
