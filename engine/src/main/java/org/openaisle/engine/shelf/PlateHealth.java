package org.openaisle.engine.shelf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Output.SensorHealth.State;

/** Which plates are alive, silent, stuck on one number, noisy or creeping. Evidence of a sick plate is widened. */
final class PlateHealth implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double NOISY_GRAMS = 20;
    private static final double DRIFTING_GRAMS = 10;
    private static final long DRIFT_MILLIS = 60_000;

    private static final class Record implements Serializable {
        private static final long serialVersionUID = 1;
        State state = State.GOOD;
        long lastTime;
        long driftSince;
        double driftThen;
        boolean drifting;
    }

    private final ShelfParameters parameters;
    private final Map<String, Record> records = new TreeMap<>();
    private final List<SensorHealth> changes = new ArrayList<>();
    private long checkedAt = Long.MIN_VALUE;

    PlateHealth(ShelfParameters parameters) {
        this.parameters = parameters;
    }

    void weighed(WeightSamples samples, PlateSensor sensor) {
        Record record = records.computeIfAbsent(samples.plateId(), p -> new Record());
        record.lastTime = samples.ownTime();
        if (record.lastTime - record.driftSince >= DRIFT_MILLIS) {
            record.drifting =
                    record.driftSince > 0 && Math.abs(sensor.driftGrams() - record.driftThen) > DRIFTING_GRAMS;
            record.driftSince = record.lastTime;
            record.driftThen = sensor.driftGrams();
        }
        State now = State.GOOD;
        if (sensor.isFrozen()) {
            now = State.STUCK;
        } else if (sensor.noiseGrams() > (record.state == State.NOISY ? 0.5 : 1) * NOISY_GRAMS) {
            now = State.NOISY;
        } else if (record.drifting) {
            now = State.DRIFTING;
        }
        set(samples.plateId(), record, now, samples.ownTime());
    }

    /** Looks once a second for plates that have fallen silent. */
    void advance(long t) {
        if (checkedAt != Long.MIN_VALUE && t < checkedAt + 1000) {
            return;
        }
        checkedAt = t;
        records.forEach((plate, record) -> {
            if (t - record.lastTime > 1000 * parameters.silentSeconds()) {
                set(plate, record, State.SILENT, t);
            }
        });
    }

    private void set(String plate, Record record, State state, long t) {
        if (record.state != state) {
            record.state = state;
            changes.add(new SensorHealth(t, plate, state, message(state)));
        }
    }

    private String message(State state) {
        return switch (state) {
            case GOOD -> "weighs as it should";
            case SILENT -> "has sent nothing for " + parameters.silentSeconds() + " s";
            case STUCK -> "sends one and the same number";
            case NOISY -> "is noisier than " + NOISY_GRAMS + " g";
            case DRIFTING -> "has crept by more than " + DRIFTING_GRAMS + " g within a minute";
        };
    }

    /** The factor by which the plate's standard deviations are too small. */
    double widening(String plate) {
        Record record = records.get(plate);
        return record == null || record.state == State.GOOD ? 1 : 3;
    }

    List<SensorHealth> changes() {
        List<SensorHealth> out = List.copyOf(changes);
        changes.clear();
        return out;
    }
}
