package org.openaisle.engine.attribution;

import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;

/**
 * What may have happened at a plate that was touched and is as heavy as before: nothing, or one thing came and another of the
 * same weight went.
 */
final class Exchanges extends Causes {
    /** A unit that was there for a moment, or missing, shows with this share of its weight. */
    private static final double LEAST_SHARE = 0.4;
    /** Hands that touch seldom make a plate much lighter. */
    private static final double LOG_LIFTED = StrictMath.log(10);

    /** How hard hands press, on the average; whoever puts something down before taking the other makes the plate that much heavier. */
    private static final double PRESSED_GRAMS = 100;
    /** The plate swings to about the weight, a little beyond or not quite there. */
    private static final double SWING_SPREAD = 0.85;

    private static final double MOST_PRESSED = 10;
    private static final double CREEP_VARIANCE = 0.6;

    Exchanges(WeightChange change, List<Reach> reaches, double gone, Scene scene, AttributionParameters parameters) {
        super(change, reaches, gone, scene, parameters);
    }

    /** Whether anybody holds what can have been put in place of what stands there. */
    static boolean possible(WeightChange change, Scene scene, AttributionParameters parameters) {
        Fit fit = new Fit(change, parameters);
        List<Good> own = scene.own();
        return scene.carried().keySet().stream()
                .anyMatch(id -> own.stream().anyMatch(g -> fits(change, fit, scene.good(id), g)));
    }

    private static boolean fits(WeightChange change, Fit fit, Good left, Good taken) {
        return left.gtin() != null
                && change.swing().grams() > LEAST_SHARE * taken.weightGrams()
                && fit.plain(left.weightGrams() - taken.weightGrams(), variance(left, taken));
    }

    @Override
    List<Explanation> find() {
        for (Good taken : scene.own()) {
            scene.carried().forEach((id, holders) -> {
                Good left = scene.good(id);
                if (fits(change, fit, left, taken)) {
                    double weight = fit.log(left.weightGrams() - taken.weightGrams(), variance(left, taken))
                            + swing(left.weightGrams(), taken.weightGrams());
                    exchange(left, taken, holders, weight, this::who);
                }
            });
        }
        add(Kind.NOTHING, null, List.of(), fit.log(0, CREEP_VARIANCE));
        return found;
    }

    /** Log of p(the swing | one thing was there too much, or missing, for a moment) / p(the swing | a hand pressed). */
    private double swing(double leftGrams, double takenGrams) {
        if (-change.swing().lowGrams() > LEAST_SHARE * takenGrams) {
            return LOG_LIFTED;
        }
        double share = change.swing().highGrams() / leftGrams;
        if (share < LEAST_SHARE || share > LEAST_SHARE + SWING_SPREAD) {
            return 0;
        }
        double pressed =
                change.swing().highGrams() / PRESSED_GRAMS + StrictMath.log(PRESSED_GRAMS / (SWING_SPREAD * leftGrams));
        return Math.max(0, Math.min(MOST_PRESSED, pressed));
    }

    private double who(Reach leaves, Reach takes) {
        return leaves.party() == takes.party()
                ? StrictMath.log(p.exchange()) + actor(leaves)
                : StrictMath.log(p.exchangeTogether()) + both(leaves, takes);
    }
}
