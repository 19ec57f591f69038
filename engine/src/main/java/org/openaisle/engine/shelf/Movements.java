package org.openaisle.engine.shelf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Product;

/** Takes a change apart into the movements of several hands, when the weight came nearly to rest between them. */
final class Movements {
    private static final int MOST_UNITS = 4;
    /** A level that was not averaged until it was at rest is off by this share of the step. */
    private static final double RINGING_SHARE = 0.02;

    private static final double SIGMAS = 2.5;

    private Movements() {}

    /** The change of one plate as its movements: each has the sign of the whole and fits whole units of what stands there. */
    static List<WeightChange> of(WeightChange whole, List<Rest> rests, Shelving shelving) {
        if (rests.isEmpty()) {
            return List.of();
        }
        String plate = whole.mainPlate();
        List<Product> products = new ArrayList<>();
        for (PlanogramRow row : shelving.rows(plate)) {
            Product product = shelving.product(row.gtin());
            if (product != null) {
                products.add(product);
            }
        }
        int n = rests.size();
        // The longest chain of rests, by the last of them; n is the end.
        int[] length = new int[n + 1];
        int[] previous = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            previous[i] = fits(whole, change(whole, null, i == n ? null : rests.get(i)), products) ? -1 : -2;
            length[i] = previous[i] == -1 ? 1 : 0;
            for (int j = 0; j < i; j++) {
                if (length[j] >= length[i]
                        && length[j] > 0
                        && fits(whole, change(whole, rests.get(j), i == n ? null : rests.get(i)), products)) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
        }
        if (length[n] < 2) {
            return List.of();
        }
        List<WeightChange> movements = new ArrayList<>();
        for (int i = n; i >= 0; i = previous[i]) {
            Rest from = previous[i] < 0 ? null : rests.get(previous[i]);
            movements.addFirst(change(whole, from, i == n ? null : rests.get(i)));
        }
        return movements;
    }

    /** What moved between two rests; without them from the beginning, or until the end. */
    private static WeightChange change(WeightChange whole, @Nullable Rest from, @Nullable Rest to) {
        double all = whole.deltaGrams();
        double doubt = RINGING_SHARE * all;
        double variance = square(whole.sigmaGrams());
        variance += from == null ? 0 : square(from.sigmaGrams()) + square(doubt);
        variance += to == null ? 0 : square(to.sigmaGrams()) + square(doubt);
        double delta = (to == null ? all : to.grams()) - (from == null ? 0 : from.grams());
        return new WeightChange(
                List.of(new WeightChange.Part(whole.mainPlate(), delta, Math.sqrt(variance))),
                from == null ? whole.startedAt() : from.to(),
                to == null ? whole.endedAt() : to.from(),
                from == null ? whole.movedFrom() : from.to(),
                to == null ? whole.movedTo() : to.from());
    }

    private static boolean fits(WeightChange whole, WeightChange part, List<Product> products) {
        if (part.deltaGrams() * whole.deltaGrams() <= 0) {
            return false;
        }
        for (Product product : products) {
            for (int n = 1; n <= MOST_UNITS; n++) {
                double sd = Math.sqrt(square(part.sigmaGrams()) + n * square(product.weightSdGrams()));
                if (Math.abs(Math.abs(part.deltaGrams()) - n * product.weightGrams()) < SIGMAS * sd) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double square(double v) {
        return v * v;
    }
}
