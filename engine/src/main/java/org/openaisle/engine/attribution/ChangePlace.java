package org.openaisle.engine.attribution;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.model.Gtin;
import org.openaisle.model.PlanogramRow;

/**
 * Where on the shelf a change was: on a plate that several products share, the hand's place along it tells which was
 * meant; on narrow plates, the shares of the plates do.
 */
final class ChangePlace {
    private final WeightChange change;
    private final Shelving shelving;
    private final AttributionParameters parameters;

    ChangePlace(WeightChange change, Shelving shelving, AttributionParameters parameters) {
        this.change = change;
        this.shelving = shelving;
        this.parameters = parameters;
    }

    double logFactor(Gtin gtin, @Nullable Reach reach) {
        SortedSet<String> places = shelving.platesOf(gtin);
        double all = 0;
        double inside = 0;
        for (WeightChange.Part part : change.parts()) {
            all += Math.abs(part.deltaGrams());
            inside += places.contains(part.plateId()) ? Math.abs(part.deltaGrams()) : 0;
        }
        double share = inside / Math.max(1e-9, all);
        double factor = change.parts().size() == 1 && share == 1 ? 1 : Math.max(0.003, share * share);
        if (change.parts().size() == 1 && reach != null && reach.along() != null) {
            factor *= slot(gtin, reach.along());
        }
        return StrictMath.log(factor);
    }

    /** The products of one plate stand in the rows' order, each over about an equal stretch. */
    private double slot(Gtin gtin, Reach.Along hand) {
        String plate = change.mainPlate();
        List<PlanogramRow> rows = shelving.rows(plate);
        PlateSite site = shelving.site(plate);
        if (rows.size() < 2 || site == null) {
            return 1;
        }
        double stretch = site.widthMetres() / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).gtin().equals(gtin)) {
                double aside = Math.max(0, Math.abs(hand.metres() - (i + 0.5) * stretch) - stretch / 2);
                double z = aside / hand.sdMetres();
                return parameters.misplacedSlot() + (1 - parameters.misplacedSlot()) * StrictMath.exp(-z * z / 2);
            }
        }
        return parameters.misplacedSlot();
    }
}
