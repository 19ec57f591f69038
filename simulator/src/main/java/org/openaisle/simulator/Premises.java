package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openaisle.model.Camera;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gtin;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Polygon;
import org.openaisle.model.Product;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;

/**
 * A whole store as built and stocked.
 *
 * @param store what is published
 * @param cameras the cameras as they really are
 * @param prisms what hides things
 */
record Premises(Store store, Assortment assortment, List<Camera> cameras, List<Prism> prisms) {
    static Premises build(SimulationParameters parameters, long seed) {
        StoreKind kind = parameters.kind();
        FloorPlan plan = new FloorPlan(kind, Dice.of(seed, "floor"));
        Dice stocking = Dice.of(seed, "stock");
        List<int[]> shares = shares(plan.fixtures, parameters.shape().productsPerPlate(), stocking);
        int count = shares.stream().mapToInt(s -> s[0]).sum();
        Assortment assortment = Assortment.generate(count, parameters, Dice.of(seed, "assortment"));

        List<PlanogramRow> planogram = new ArrayList<>();
        List<Fixture> fixtures = new ArrayList<>();
        int plate = 0;
        int next = 0;
        for (Fixture f : plan.fixtures) {
            List<Shelf> shelves = new ArrayList<>();
            for (Shelf s : f.shelves()) {
                List<Plate> plates = new ArrayList<>();
                for (Plate p : s.plates()) {
                    double load = 0;
                    int products = shares.get(plate++)[0];
                    for (int i = 0; i < products; i++) {
                        Product product = assortment.products().get(next++);
                        int units = units(product, products, parameters.shape().fullestUnits(), stocking);
                        load += units * product.weightGrams();
                        planogram.add(new PlanogramRow(p.plateId(), product.gtin(), units));
                    }
                    plates.add(sized(p, load));
                }
                shelves.add(new Shelf(s.shelfId(), s.heightMetres(), plates));
            }
            fixtures.add(stocked(f, shelves));
        }
        String name = switch (kind) {
            case KIOSK -> "Kiosk";
            case CORNER -> "Corner shop";
            case CONVENIENCE -> "Convenience store";
            case SUPERMARKET -> "Supermarket";
        };
        String id = kind.name().toLowerCase(Locale.ROOT) + "-" + Long.toUnsignedString(seed);
        return of(plan, id, name, fixtures, planogram, assortment, parameters, seed);
    }

    /** The store that a script draws. */
    static Premises build(Script script, long seed) {
        FloorPlan plan = new FloorPlan(script.walls(), Dice.of(seed, "floor"));
        List<DrawnWall.Pile> piles = script.piles();
        Assortment assortment = Assortment.drawn(piles, Script.PARAMETERS, Dice.of(seed, "assortment"));
        List<PlanogramRow> planogram = new ArrayList<>();
        List<Fixture> fixtures = new ArrayList<>();
        int next = 0;
        for (int f = 0; f < plan.fixtures.size(); f++) {
            Fixture fixture = plan.fixtures.get(f);
            List<Shelf> shelves = new ArrayList<>();
            for (int s = 0; s < fixture.shelves().size(); s++) {
                Shelf shelf = fixture.shelves().get(s);
                List<Plate> plates = new ArrayList<>();
                for (DrawnWall.Cell cell : script.walls().get(f).shelves().get(s)) {
                    double load = 0;
                    for (DrawnWall.Pile pile : cell.piles()) {
                        load += pile.units() * pile.grams();
                    }
                    for (int i = 0; i < cell.plates(); i++) {
                        Plate p = shelf.plates().get(plates.size());
                        for (int k = 0; k < cell.piles().size(); k++) {
                            boolean most = i == Bearing.middle(cell.plates());
                            int units = most ? cell.piles().get(k).units() : 0;
                            Gtin gtin = assortment.products().get(next + k).gtin();
                            planogram.add(new PlanogramRow(p.plateId(), gtin, units));
                        }
                        plates.add(sized(p, load));
                    }
                    next += cell.piles().size();
                }
                shelves.add(new Shelf(shelf.shelfId(), shelf.heightMetres(), plates));
            }
            fixtures.add(stocked(fixture, shelves));
        }
        String id = "scene-" + Long.toUnsignedString(seed);
        return of(plan, id, "Scene", fixtures, planogram, assortment, Script.PARAMETERS, seed);
    }

    private static Premises of(
            FloorPlan plan,
            String id,
            String name,
            List<Fixture> fixtures,
            List<PlanogramRow> planogram,
            Assortment assortment,
            SimulationParameters parameters,
            long seed) {
        List<Prism> prisms = new ArrayList<>(fixtures.stream().map(Prism::of).toList());
        for (Polygon o : plan.obstacles) {
            prisms.add(Prism.of(o, 1.2));
        }
        List<Camera> cameras = CameraRig.place(plan, prisms, parameters.lenses(), Dice.of(seed, "cameras"));
        Dice survey = Dice.of(seed, "survey");
        List<Camera> published = cameras.stream()
                .map(c -> CameraRig.published(c, parameters.lenses(), survey))
                .toList();
        Store store = new Store(
                id,
                name,
                "Europe/Paris",
                "EUR",
                plan.floor(),
                plan.obstacles,
                plan.gates,
                plan.kiosks,
                fixtures,
                planogram,
                published,
                null);
        return new Premises(store, assortment, cameras, prisms);
    }

    private static Fixture stocked(Fixture f, List<Shelf> shelves) {
        return new Fixture(f.fixtureId(), f.footprint(), f.heightMetres(), f.front(), shelves);
    }

    private static Plate sized(Plate p, double load) {
        return new Plate(p.plateId(), p.from(), p.to(), p.depthMetres(), capacity(load), p.ratePerSecond());
    }

    private static List<int[]> shares(List<Fixture> fixtures, int most, Dice dice) {
        List<int[]> shares = new ArrayList<>();
        for (Fixture f : fixtures) {
            for (Shelf s : f.shelves()) {
                for (int i = 0; i < s.plates().size(); i++) {
                    shares.add(new int[] {most == 1 || dice.chance(0.15) ? 1 : 2 + dice.below(most - 1)});
                }
            }
        }
        return shares;
    }

    /** As many as fit: a plate holds about a dozen kilograms and its share of the board. */
    private static int units(Product product, int products, int most, Dice dice) {
        int fit = (int) (12_000 / products / product.weightGrams());
        return Math.max(3, Math.min(most / (products > 1 ? 2 : 1), (int) (fit * dice.uniform(0.5, 1))));
    }

    /** Load cells come in sizes: the smallest that carries half as much again. */
    private static double capacity(double load) {
        double[] sizes = {3_000, 6_000, 10_000, 15_000, 20_000, 30_000};
        for (double size : sizes) {
            if (size >= 1.4 * load + 500) {
                return size;
            }
        }
        return 50_000;
    }
}
