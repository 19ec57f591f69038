package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;

/** Where one change happened, what may stand there and who may carry what. */
final class ChangeScene implements Scene {
    /** More products of one weight than this tell nothing. */
    private static final int MOST_STRANGERS = 30;

    private final WeightChange change;
    private final Attribution attribution;
    private final SortedSet<String> plates = new TreeSet<>();
    private final ChangePlace place;
    private final Map<List<Party>, Double> closeness = new HashMap<>();
    private @Nullable ChangeReadings shown;
    private @Nullable List<Good> own;
    private @Nullable List<Displaced> displaced;
    private @Nullable SortedMap<Integer, List<Party>> carried;

    ChangeScene(WeightChange change, Attribution attribution) {
        this.change = change;
        this.attribution = attribution;
        change.parts().forEach(part -> plates.add(part.plateId()));
        this.place = new ChangePlace(change, attribution.shelving, attribution.parameters);
    }

    @Override
    public List<Good> own() {
        if (own == null) {
            own = findOwn();
        }
        return own;
    }

    private List<Good> findOwn() {
        SortedMap<Gtin, Good> own = new TreeMap<>();
        for (String plate : plates) {
            attribution.shelving.rows(plate).forEach(row -> {
                Good good = attribution.goods.of(row.gtin());
                if (good != null) {
                    own.put(row.gtin(), good);
                }
            });
        }
        return List.copyOf(own.values());
    }

    @Override
    public List<Displaced> displaced() {
        if (displaced == null) {
            displaced = findDisplaced();
        }
        return displaced;
    }

    private List<Displaced> findDisplaced() {
        List<Displaced> list = new ArrayList<>();
        for (String plate : plates) {
            attribution.belief.forEachHeld(
                    attribution.plateHolder(plate),
                    Attribution.POSSIBLE,
                    (good, holder) -> list.add(new Displaced(good, holder)));
        }
        return list;
    }

    @Override
    public List<Displaced> debts() {
        List<Displaced> list = new ArrayList<>();
        for (String plate : plates) {
            attribution.belief.forEachHeld(
                    Holder.debt(attribution.plateNumber(plate)),
                    Attribution.POSSIBLE,
                    (good, holder) -> list.add(new Displaced(good, holder)));
        }
        return list;
    }

    @Override
    public SortedMap<Integer, List<Party>> carried() {
        if (carried == null) {
            carried = findCarried();
        }
        return carried;
    }

    private SortedMap<Integer, List<Party>> findCarried() {
        SortedMap<Integer, List<Party>> carried = new TreeMap<>();
        for (Party party : attribution.present()) {
            attribution.belief.forEachHeld(
                    Holder.cart(party.id()),
                    Attribution.POSSIBLE,
                    (good, holder) -> carried.computeIfAbsent(good.id(), g -> new ArrayList<>())
                            .add(party));
        }
        return carried;
    }

    @Override
    public Good good(int id) {
        return attribution.goods.get(id);
    }

    @Override
    public List<Good> catalogue(double grams) {
        List<Good> near = new ArrayList<>();
        List<Good> own = own();
        for (Product product : attribution.shelving.catalog().products().values()) {
            double sd = Math.sqrt(square(product.weightSdGrams()) + square(change.sigmaGrams()) + 1);
            Good good =
                    Math.abs(product.weightGrams() - grams) < 3.5 * sd ? attribution.goods.of(product.gtin()) : null;
            if (good != null && own.stream().noneMatch(g -> g.id() == good.id())) {
                near.add(good);
            }
        }
        return near.size() > MOST_STRANGERS ? List.of() : near;
    }

    private static double square(double v) {
        return v * v;
    }

    @Override
    public int plate() {
        return attribution.plateHolder(change.mainPlate());
    }

    @Override
    public double place(Good good, @Nullable Reach reach) {
        return good.gtin() == null ? 0 : place.logFactor(good.gtin(), reach);
    }

    @Override
    public double readings(Reach hand, Good good, boolean taken) {
        if (good.gtin() == null) {
            return 0;
        }
        return shown().log(hand, good.gtin(), taken);
    }

    private ChangeReadings shown() {
        if (shown == null) {
            shown = new ChangeReadings(change, attribution, onThePlates());
        }
        return shown;
    }

    /** The products that may have stood on the plates. */
    private List<Gtin> onThePlates() {
        List<Gtin> gtins = new ArrayList<>();
        for (Good good : own()) {
            addKnown(good, gtins);
        }
        displaced().forEach(d -> addKnown(d.good(), gtins));
        return gtins;
    }

    private static void addKnown(Good good, List<Gtin> gtins) {
        Gtin gtin = good.gtin();
        if (gtin != null) {
            gtins.add(gtin);
        }
    }

    @Override
    public double readings(Reach one, Reach other, Good good) {
        if (good.gtin() == null) {
            return 0;
        }
        return shown().log(one, other, good.gtin());
    }

    @Override
    public double closeness(Party from, Party to) {
        return closeness.computeIfAbsent(
                List.of(from, to), pair -> attribution.closeness.log(from, to, change.movedFrom()));
    }

    @Override
    public boolean inView(Party party) {
        return attribution.closeness.inView(party, change.movedFrom());
    }

    @Override
    public boolean staff(Party party) {
        return attribution.isStaff(party);
    }

    @Override
    public Good foreign(double grams) {
        return attribution.goods.foreign(grams, 1 + change.sigmaGrams());
    }
}
