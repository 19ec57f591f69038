package org.openaisle.engine.layout;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Camera;
import org.openaisle.model.Catalog;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Gtin;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Polygon;
import org.openaisle.model.Product;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;

/**
 * A store drawn by hand: one fixture with one shelf along the wall, plates from left to right, people in front of it.
 *
 * <pre>
 *   y=0.5  | P1 | P2 | P3 | ...        the front; plates begin at x = 1
 *   ENTRY (y 2 to 3)                   gates in the left wall, at x = 0
 *   EXIT  (y 4 to 5)                   cameras best at the right one, at x = 6
 * </pre>
 */
public final class ShopPlan {
    public static final double FRONT_Y = 0.5;
    public static final double SURFACE_METRES = 0.9;
    private static final double RATE = 20;

    private final double plateMetres;
    private final List<Plate> plates = new ArrayList<>();
    private final List<PlanogramRow> rows = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<Camera> cameras = new ArrayList<>();

    private ShopPlan(double plateMetres) {
        this.plateMetres = plateMetres;
    }

    public static ShopPlan empty() {
        return new ShopPlan(0.5);
    }

    /** Plates of 12 cm, on several of which one unit rests. */
    public static ShopPlan narrow() {
        return new ShopPlan(0.12);
    }

    /** A valid GTIN for a small number. */
    public static Gtin gtin(int number) {
        String digits = String.format("%013d", number);
        return new Gtin(digits + Gtin.checkDigit(digits));
    }

    public static Product product(int number, double grams) {
        return new Product(gtin(number), "product " + number, grams, 1, 100, 0.2, "things", 0);
    }

    /** A product known by its number, with a mean weight; its units differ by a gram. */
    public ShopPlan knows(int number, double grams) {
        products.add(product(number, grams));
        return this;
    }

    /** The next plate to the right, with twelve units of every product named. */
    public ShopPlan plate(String plateId, int... numbers) {
        double x = 1 + plateMetres * plates.size();
        plates.add(
                new Plate(plateId, new Point2(x, FRONT_Y), new Point2(x + plateMetres, FRONT_Y), 0.45, 20_000, RATE));
        for (int number : numbers) {
            rows.add(new PlanogramRow(plateId, gtin(number), 12));
        }
        return this;
    }

    /** A camera 2.8 m over the floor, looking at what lies between gates and shelf. */
    public ShopPlan camera(String cameraId, double x, double y) {
        Point3 at = new Point3(x, y, 2.8);
        Point3 ahead = unit(new Point3(0.5, 2, 0.9).minus(at));
        Point3 right = unit(new Point3(ahead.y(), -ahead.x(), 0));
        Point3 down = cross(ahead, right);
        double[] r = {right.x(), right.y(), right.z(), down.x(), down.y(), down.z(), ahead.x(), ahead.y(), ahead.z()};
        double[] t = {-right.dot(at), -down.dot(at), -ahead.dot(at)};
        double[] k = {700, 0, 640, 0, 700, 360, 0, 0, 1};
        cameras.add(new Camera(cameraId, 1280, 720, 10, k, new double[5], r, t));
        return this;
    }

    private static Point3 unit(Point3 v) {
        return v.times(1 / v.norm());
    }

    private static Point3 cross(Point3 a, Point3 b) {
        return new Point3(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    public Point2 middleOf(String plateId) {
        return plates.stream()
                .filter(p -> p.plateId().equals(plateId))
                .findFirst()
                .orElseThrow()
                .front()
                .middle();
    }

    public Catalog catalog() {
        return Catalog.of(products);
    }

    public Shelving shelving() {
        return new Shelving(store(), catalog());
    }

    public Store store() {
        Segment2 front = new Segment2(new Point2(1, FRONT_Y), new Point2(5, FRONT_Y));
        Fixture fixture =
                new Fixture("F1", box(1, 0, 5, FRONT_Y), 1.2, front, List.of(new Shelf("S1", SURFACE_METRES, plates)));
        return new Store(
                "test",
                "A store for tests",
                "Europe/Paris",
                "EUR",
                box(0, 0, 6, 6),
                List.of(),
                List.of(
                        new Gate("IN", Gate.Kind.ENTRY, new Segment2(new Point2(0, 2), new Point2(0, 3))),
                        new Gate("OUT", Gate.Kind.EXIT, new Segment2(new Point2(0, 4), new Point2(0, 5)))),
                List.of(),
                List.of(fixture),
                rows,
                cameras,
                null);
    }

    private static Polygon box(double left, double low, double right, double high) {
        return new Polygon(List.of(
                new Point2(left, low), new Point2(right, low), new Point2(right, high), new Point2(left, high)));
    }
}
