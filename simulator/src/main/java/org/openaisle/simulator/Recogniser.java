package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Observation.ItemReading.Candidate;
import org.openaisle.model.Point3;

/**
 * Reads what a hand holds. A reading is the product's look plus an error; the candidates are the exact posterior over the catalogue and "none", under that error
 * and equal priors, so that their probabilities mean what they say.
 */
final class Recogniser {
    private static final int MOST_CANDIDATES = 6;
    private static final double LEAST_PROBABILITY = 0.02;

    private final Assortment assortment;
    private final SimulationParameters.Recognition parameters;
    private final Dice dice;
    /** The error that a camera keeps during one pick, by camera. */
    private final View[] views;

    private record View(@Nullable Unit unit, long since, double[] error) {}

    Recogniser(Assortment assortment, SimulationParameters.Recognition parameters, int cameras, Dice dice) {
        this.assortment = assortment;
        this.parameters = parameters;
        this.dice = dice;
        this.views = new View[cameras];
    }

    /** A reading of {@code unit} (null for an empty hand) from {@code metres} away; null when the recogniser says nothing. */
    @Nullable
    ItemReading read(
            long t, String cameraId, int camera, @Nullable Unit unit, long since, Point3 wrist, double metres) {
        double readable = Math.max(0, 1 - metres / parameters.readableMetres());
        if (!dice.chance(readable * (unit == null ? parameters.emptyHandChance() : parameters.readChance()))) {
            return null;
        }
        int dimensions = assortment.looks()[0].length;
        double sigma = StrictMath.hypot(parameters.viewError(), parameters.frameError());
        double broad = Math.sqrt(sigma * sigma
                + parameters.productSpread() * parameters.productSpread()
                + parameters.familySpread() * parameters.familySpread());
        double[] look = new double[dimensions];
        if (unit == null) {
            for (int d = 0; d < dimensions; d++) {
                look[d] = dice.normal(0, broad);
            }
        } else {
            double[] error = viewError(camera, unit, since, dimensions);
            for (int d = 0; d < dimensions; d++) {
                look[d] = assortment.looks()[unit.product][d] + error[d] + dice.normal(0, parameters.frameError());
            }
        }
        List<Candidate> candidates = posterior(look, sigma, broad);
        if (candidates.isEmpty()) {
            return null;
        }
        double e = parameters.positionError();
        Point3 position = new Point3(
                thousandths(wrist.x() + dice.normal(0, e)),
                thousandths(wrist.y() + dice.normal(0, e)),
                thousandths(wrist.z() + dice.normal(0, e)));
        return new ItemReading(t, cameraId, position, candidates);
    }

    private double[] viewError(int camera, Unit unit, long since, int dimensions) {
        View view = views[camera];
        if (view == null || view.unit != unit || view.since != since) {
            double[] error = new double[dimensions];
            for (int d = 0; d < dimensions; d++) {
                error[d] = dice.normal(0, parameters.viewError());
            }
            view = new View(unit, since, error);
            views[camera] = view;
        }
        return view.error;
    }

    private List<Candidate> posterior(double[] look, double sigma, double broad) {
        int n = assortment.products().size();
        double[] p = new double[n];
        double square = 0;
        for (double v : look) {
            square += v * v;
        }
        double none = parameters.noneShare()
                * StrictMath.pow(sigma / broad, look.length)
                * StrictMath.exp(-square / (2 * broad * broad));
        double sum = none;
        for (int i = 0; i < n; i++) {
            double distance = 0;
            double[] own = assortment.looks()[i];
            for (int d = 0; d < look.length; d++) {
                distance += (look[d] - own[d]) * (look[d] - own[d]);
            }
            p[i] = (1 - parameters.noneShare()) / n * StrictMath.exp(-distance / (2 * sigma * sigma));
            sum += p[i];
        }
        List<Candidate> candidates = new ArrayList<>();
        boolean[] used = new boolean[n];
        while (candidates.size() < MOST_CANDIDATES) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                if (!used[i] && p[i] / sum >= LEAST_PROBABILITY && (best < 0 || p[i] > p[best])) {
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            used[best] = true;
            candidates.add(new Candidate(assortment.products().get(best).gtin(), thousandths(p[best] / sum)));
        }
        return candidates;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
