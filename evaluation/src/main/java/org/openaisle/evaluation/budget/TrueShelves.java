package org.openaisle.evaluation.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.model.Catalog;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Product;
import org.openaisle.model.Truth;

/** The goods that really moved instead of shelf sensing: each moves its mean weight, exactly when it did. */
final class TrueShelves implements ShelfSensing {
    private static final long serialVersionUID = 1;
    private static final double SIGMA_GRAMS = 0.5;
    private static final double FOREIGN_GRAMS = 400;

    // Against the moment at which the truth says that goods left or touched a plate: when a hand begins to press, when
    // the weight
    // moves, and when all has come to rest, as medians over what plates show.
    private static final long PRESSED_MILLIS = -200;
    private static final long MOVED_FROM_MILLIS = 70;
    private static final long MOVED_TO_MILLIS = 130;
    private static final long RESTED_MILLIS = 550;

    private final ArrayList<WeightChange> changes = new ArrayList<>();
    private long now = Long.MIN_VALUE;
    private int said;

    TrueShelves(Truth truth, Catalog catalog) {
        for (Truth.Event event : truth.events()) {
            String plate = event.plateId();
            double delta = delta(event, catalog);
            if (plate != null && delta != 0) {
                changes.add(new WeightChange(
                        List.of(new WeightChange.Part(plate, delta, SIGMA_GRAMS)),
                        event.t() + PRESSED_MILLIS,
                        event.t() + RESTED_MILLIS,
                        event.t() + MOVED_FROM_MILLIS,
                        event.t() + MOVED_TO_MILLIS));
            }
        }
        changes.sort(Comparator.comparingLong(WeightChange::startedAt).thenComparing(WeightChange::mainPlate));
    }

    /** What an event adds to its plate, grams; 0 when it is none of a plate's. */
    static double delta(Truth.Event event, Catalog catalog) {
        Product product = event.gtin() == null ? null : catalog.find(event.gtin());
        double unit = product == null ? FOREIGN_GRAMS : product.weightGrams();
        return switch (event.kind()) {
            case TAKE -> -unit * event.quantity();
            case RETURN, MISPLACE, RESTOCK, FOREIGN -> unit * event.quantity();
            case HANDOVER -> 0;
        };
    }

    @Override
    public void weigh(WeightSamples samples) {
        now = Math.max(now, samples.ownTime());
    }

    @Override
    public List<WeightChange> advance(long t) {
        now = Math.max(now, t);
        List<WeightChange> complete = new ArrayList<>();
        while (said < changes.size() && changes.get(said).endedAt() <= t) {
            complete.add(changes.get(said++));
        }
        return complete;
    }

    @Override
    public long openSince() {
        boolean open = said < changes.size() && changes.get(said).startedAt() <= now;
        return open ? changes.get(said).startedAt() : Long.MAX_VALUE;
    }

    @Override
    public List<SensorHealth> health() {
        return List.of();
    }
}
