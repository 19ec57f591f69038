package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output.StockChanged;
import org.openaisle.model.PlanogramRow;

/** Units on their own plates, as most probably they are; provisional, for the console and for restocking. */
final class Stock implements Serializable {
    private static final long serialVersionUID = 1;

    private record Place(String plate, Gtin gtin) implements Serializable, Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byPlate = plate.compareTo(other.plate);
            return byPlate != 0 ? byPlate : gtin.compareTo(other.gtin);
        }
    }

    private final Shelving shelving;
    private final Map<Place, Integer> units = new TreeMap<>();
    private final Map<Place, Integer> changed = new TreeMap<>();

    Stock(Shelving shelving) {
        this.shelving = shelving;
        for (PlateSite site : shelving.sites()) {
            reset(site.plate().plateId());
        }
    }

    void reset(String plate) {
        units.keySet().removeIf(place -> place.plate.equals(plate));
        for (PlanogramRow row : shelving.rows(plate)) {
            row.knownQuantity().ifPresent(n -> units.put(new Place(plate, row.gtin()), n));
        }
    }

    void moved(WeightChange change, Explanation explanation, Goods goods) {
        for (Movement m : explanation.movements()) {
            int sign = change.isTouch() ? (m.from() == Holder.ELSEWHERE ? -1 : 1) : change.deltaGrams() < 0 ? -1 : 1;
            Gtin gtin = goods.get(m.good()).gtin();
            boolean ownPlate =
                    sign < 0 ? m.from() == Holder.ELSEWHERE || Holder.isDebt(m.from()) : m.to() == Holder.ELSEWHERE;
            if (gtin != null && ownPlate) {
                Place place = new Place(change.mainPlate(), gtin);
                Integer before = units.get(place);
                if (before != null) {
                    int now = Math.max(0, before + sign * m.units());
                    units.put(place, now);
                    changed.put(place, now);
                }
            }
        }
    }

    List<StockChanged> changes(long t) {
        List<StockChanged> out = new ArrayList<>();
        changed.forEach((place, n) -> out.add(new StockChanged(t, place.plate, place.gtin, n)));
        changed.clear();
        return out;
    }
}
