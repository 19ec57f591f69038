package org.openaisle.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.PlateModel;
import org.openaisle.model.Camera;
import org.openaisle.model.Observation;
import org.openaisle.model.PersonDetection;

/** What the sensors of a small shop say while people walk and plates change, second by second, in event order. */
final class ShopDay {
    static final long BEGIN = 1_700_000_000_000L;
    private static final int SAMPLES_PER_LINE = 10;

    final ShopPlan plan;
    private final List<Walker> walkers = new ArrayList<>();
    private final Map<String, PlateModel> plates = new TreeMap<>();
    private final List<Observation> others = new ArrayList<>();

    ShopDay(ShopPlan plan) {
        this.plan = plan;
        plan.store()
                .plates()
                .forEach(p ->
                        plates.put(p.plateId(), new PlateModel(6000, p.plateId().hashCode())));
    }

    static long millis(double seconds) {
        return BEGIN + Math.round(1000 * seconds);
    }

    /**
     * Somebody with a code comes in over the line at a time, goes to the shelf and leaves at another time; what is done there
     * follows by {@link Visit#moves}.
     */
    Visit visit(String token, double enters, double leaves) {
        others.add(new Observation.GateScan(millis(enters - 1.5), "IN", token, 1));
        return visit(enters, leaves);
    }

    /** The same without a code. */
    Visit visit(double enters, double leaves) {
        others.add(new Observation.GateCrossing(millis(enters), "IN"));
        others.add(new Observation.GateCrossing(millis(leaves), "OUT"));
        Walker walker = new Walker(walkers.size() + 1);
        walkers.add(walker);
        return new Visit(walker, enters, leaves);
    }

    /** One person's way in, to some plates, and out. */
    final class Visit {
        private final Walker walker;
        private final double leaves;
        private double place = 1;

        private Visit(Walker walker, double enters, double leaves) {
            this.walker = walker;
            this.leaves = leaves;
            walker.at(enters - 2.5, -1.5, 2.5)
                    .at(enters - 1.2, -0.7, 2.5)
                    .at(enters, 0, 2.5)
                    .at(enters + 1, 0.8, 2.2);
        }

        /** Moves goods on or off (negative grams) a plate at a time; nobody is at two plates within three seconds. */
        Visit moves(double seconds, String plate, double grams) {
            place = plan.middleOf(plate).x();
            walker.at(seconds - 1.2, place, 0.95).at(seconds + 1.2, place, 0.95);
            walker.reaches(seconds, plan.middleOf(plate));
            plates.get(plate).step(seconds, grams);
            return this;
        }

        ShopDay out() {
            walker.at(leaves - 4, place, 1.2).at(leaves, 0, 4.5).at(leaves + 1.5, -1.4, 4.5);
            return ShopDay.this;
        }
    }

    ShopDay also(Observation observation) {
        others.add(observation);
        return this;
    }

    List<Observation> observations(double seconds) {
        List<Observation> all = new ArrayList<>(others);
        plates.forEach((plate, model) -> {
            List<PlateModel.Sample> samples = model.samples(seconds);
            for (int i = 0; i + SAMPLES_PER_LINE <= samples.size(); i += SAMPLES_PER_LINE) {
                double[] grams = samples.subList(i, i + SAMPLES_PER_LINE).stream()
                        .mapToDouble(PlateModel.Sample::grams)
                        .toArray();
                all.add(new Observation.WeightSamples(
                        millis(samples.get(i).seconds()), plate, 1000 / PlateModel.RATE, grams));
            }
        });
        Random noise = new Random(4711);
        int phase = 0;
        for (Camera camera : plan.store().cameras()) {
            phase += 37;
            for (double t = phase / 1000.0; t < seconds; t += 0.1) {
                List<PersonDetection> people = new ArrayList<>();
                for (Walker walker : walkers) {
                    PersonDetection seen = walker.seen(camera, t, noise);
                    if (seen != null) {
                        people.add(seen);
                    }
                }
                all.add(new Observation.CameraFrame(millis(t), camera.cameraId(), people));
            }
        }
        all.sort(Observation.EVENT_ORDER);
        return all;
    }
}
