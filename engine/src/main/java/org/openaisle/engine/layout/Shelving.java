package org.openaisle.engine.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Catalog;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.CatalogChange;
import org.openaisle.model.Observation.PlanogramChange;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Product;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;

/** The plates in their places, with the planogram and the catalogue that hold now. */
public final class Shelving implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double OPEN_ABOVE_METRES = 0.45;

    private final Map<String, PlateSite> sites = new LinkedHashMap<>();
    private final Map<String, List<PlateSite>> shelves = new LinkedHashMap<>();
    private final SortedMap<String, List<PlanogramRow>> rows = new TreeMap<>();
    private final SortedMap<Gtin, SortedSet<String>> platesOf = new TreeMap<>();
    private Catalog catalog;
    private double meanPrice;

    public Shelving(Store store, Catalog catalog) {
        this.catalog = catalog;
        this.meanPrice = meanPrice(catalog);
        for (Fixture fixture : store.fixtures()) {
            for (Shelf shelf : fixture.shelves()) {
                double clearance = clearance(fixture, shelf);
                List<PlateSite> line = new ArrayList<>();
                for (Plate plate : shelf.plates()) {
                    Point2 way = plate.to().minus(plate.from());
                    PlateSite site = new PlateSite(
                            plate,
                            fixture.fixtureId(),
                            shelf.shelfId(),
                            line.size(),
                            shelf.heightMetres(),
                            clearance,
                            way.times(1 / Math.max(1e-9, way.norm())),
                            fixture.outward());
                    line.add(site);
                    sites.put(plate.plateId(), site);
                }
                shelves.put(shelf.shelfId(), line);
            }
        }
        for (PlanogramRow row : store.planogram()) {
            rows.computeIfAbsent(row.plateId(), p -> new ArrayList<>()).add(row);
            platesOf.computeIfAbsent(row.gtin(), g -> new TreeSet<>()).add(row.plateId());
        }
    }

    private static double clearance(Fixture fixture, Shelf shelf) {
        double above = Double.POSITIVE_INFINITY;
        for (Shelf other : fixture.shelves()) {
            if (other.heightMetres() > shelf.heightMetres() + 0.01) {
                above = Math.min(above, other.heightMetres() - shelf.heightMetres());
            }
        }
        return above == Double.POSITIVE_INFINITY ? OPEN_ABOVE_METRES : above;
    }

    /** The price of a unit over the mean price of the catalogue; 1 for what the catalogue does not know. */
    public double worth(Gtin gtin) {
        Product product = product(gtin);
        return product == null || meanPrice <= 0 ? 1 : product.price() / meanPrice;
    }

    private static double meanPrice(Catalog catalog) {
        return catalog.products().values().stream()
                .mapToLong(Product::price)
                .average()
                .orElse(0);
    }

    public void change(PlanogramChange change) {
        for (PlanogramRow row : rows(change.plateId())) {
            Set<String> plates = platesOf.get(row.gtin());
            if (plates != null) {
                plates.remove(change.plateId());
            }
        }
        rows.put(change.plateId(), new ArrayList<>(change.rows()));
        for (PlanogramRow row : change.rows()) {
            platesOf.computeIfAbsent(row.gtin(), g -> new TreeSet<>()).add(row.plateId());
        }
    }

    public void change(CatalogChange change) {
        catalog = catalog.with(change.products());
        meanPrice = meanPrice(catalog);
    }

    public @Nullable PlateSite site(String plateId) {
        return sites.get(plateId);
    }

    /** All plates in the order of the layout. */
    public List<PlateSite> sites() {
        return List.copyOf(sites.values());
    }

    /** The plate {@code step} places further along the same shelf; null past its end. */
    public @Nullable PlateSite neighbour(PlateSite site, int step) {
        List<PlateSite> line = shelves.getOrDefault(site.shelfId(), List.of());
        int i = site.index() + step;
        return i >= 0 && i < line.size() ? line.get(i) : null;
    }

    public List<PlanogramRow> rows(String plateId) {
        return rows.getOrDefault(plateId, List.of());
    }

    /** The plates on which a product stands, by id. */
    public SortedSet<String> platesOf(Gtin gtin) {
        return Collections.unmodifiableSortedSet(platesOf.getOrDefault(gtin, Collections.emptySortedSet()));
    }

    /** Whether units rest on several plates of this shelf; a unit put back there may rest on any neighbours. */
    public boolean unitsSpanPlates(String shelfId) {
        List<PlateSite> line = shelves.getOrDefault(shelfId, List.of());
        for (int i = 1; i < line.size(); i++) {
            if (shareProduct(
                    line.get(i - 1).plate().plateId(), line.get(i).plate().plateId())) {
                return true;
            }
        }
        return false;
    }

    /** Whether one product stands on both plates. */
    public boolean shareProduct(String plateA, String plateB) {
        for (PlanogramRow a : rows(plateA)) {
            for (PlanogramRow b : rows(plateB)) {
                if (a.gtin().equals(b.gtin())) {
                    return true;
                }
            }
        }
        return false;
    }

    public @Nullable Product product(Gtin gtin) {
        return catalog.find(gtin);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Weight of the lightest product that stands on the plate, or of the whole catalogue when none does; 0 without products. */
    public double lightestGrams(String plateId) {
        double best = Double.POSITIVE_INFINITY;
        for (PlanogramRow row : rows(plateId)) {
            Product p = product(row.gtin());
            if (p != null) {
                best = Math.min(best, p.weightGrams());
            }
        }
        return best == Double.POSITIVE_INFINITY ? 0 : best;
    }
}
