package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;

/**
 * Draws a store: a room with its entrance wall on the x axis of its own drawing, shelves along the other walls, gondolas back to back
 * between the aisles.
 */
final class FloorPlan {
    static final int SCENE_CAMERAS = 4;
    private static final double DEPTH = 0.45;
    private static final double WALL_HEIGHT = 1.95;
    private static final double GONDOLA_HEIGHT = 1.45;
    private static final double[] WALL_SHELVES = {0.25, 0.7, 1.1, 1.5};
    private static final double[] GONDOLA_SHELVES = {0.2, 0.55, 0.88, 1.2};
    private static final double[] KIOSK_SHELVES = {0.4, 0.85, 1.25};

    private final Dice dice;
    private final Placement placement;
    final List<Fixture> fixtures = new ArrayList<>();
    final List<Gate> gates = new ArrayList<>();
    final List<Kiosk> kiosks = new ArrayList<>();
    final List<Polygon> obstacles = new ArrayList<>();
    double width;
    double length;
    int cameras;

    FloorPlan(StoreKind kind, Dice dice) {
        this(dice);
        switch (kind) {
            case KIOSK -> kiosk();
            case CORNER -> corner();
            case CONVENIENCE -> convenience();
            case SUPERMARKET -> supermarket();
        }
    }

    /** A room just large enough for some walls of shelves, with its gates opposite the back wall. */
    FloorPlan(List<DrawnWall> walls, Dice dice) {
        this(dice);
        double back = 0;
        double sides = 0;
        for (DrawnWall wall : walls) {
            back = wall.side() == DrawnWall.Side.BACK ? wall.metres() : back;
            sides = wall.side() == DrawnWall.Side.BACK ? sides : Math.max(sides, wall.metres());
        }
        width = Math.max(4.4, back + 2.6);
        length = Math.max(3.9, sides + 2.7);
        cameras = SCENE_CAMERAS;
        for (DrawnWall wall : walls) {
            double from = length - 0.9 - wall.metres();
            List<double[]> edges = wall.edges();
            switch (wall.side()) {
                case LEFT -> wall(0, from, 0, from + wall.metres(), wall.heights(), edges);
                case BACK -> wall(1.3, length, 1.3 + back, length, wall.heights(), edges);
                case RIGHT -> wall(width, from + wall.metres(), width, from, wall.heights(), edges);
            }
        }
        gate("G1", Gate.Kind.ENTRY, width - 1.5);
        gate("G2", Gate.Kind.EXIT, 0.6);
    }

    private FloorPlan(Dice dice) {
        this.dice = dice;
        this.placement = Placement.of(dice.uniform(-3.1, 3.1), dice.uniform(-20, 20), dice.uniform(-20, 20));
    }

    Polygon floor() {
        return placement.rectangle(0, 0, width, length);
    }

    Placement placement() {
        return placement;
    }

    private void kiosk() {
        width = dice.uniform(4, 4.6);
        length = dice.uniform(2.9, 3.3);
        cameras = 3;
        wall(0.9, length, 0.9 + dice.uniform(1.9, 2.2), length, KIOSK_SHELVES, 4);
        wall(width, length - 0.2, width, 0.6, KIOSK_SHELVES, 4);
        gate("G1", Gate.Kind.BOTH, 0.6);
        kiosks.add(new Kiosk("K1", placement.point(0.4, length - 0.5)));
    }

    private void corner() {
        width = dice.uniform(5.6, 6.2);
        length = dice.uniform(4.6, 5);
        cameras = 4;
        wall(0.6, length, 3.1, length, KIOSK_SHELVES, 4);
        wall(width, length - 0.3, width, length - 2.9, KIOSK_SHELVES, 4);
        gondola(2.7, 1.5, 2.3, KIOSK_SHELVES, 4);
        gate("G1", Gate.Kind.ENTRY, width - 1.5);
        gate("G2", Gate.Kind.EXIT, 0.6);
        kiosks.add(new Kiosk("K1", placement.point(0.35, 2.4)));
    }

    private void convenience() {
        width = dice.uniform(8.8, 9.6);
        length = dice.uniform(7.4, 8);
        cameras = 8 + dice.below(3);
        double half = (width - 1.2) / 2;
        wall(0.6, length, 0.6 + half, length, WALL_SHELVES, 6);
        wall(0.65 + half, length, 0.65 + 2 * half, length, WALL_SHELVES, 6);
        wall(0, 1.9, 0, length - 1.2, WALL_SHELVES, 6);
        if (dice.chance(0.5)) {
            wall(width, length - 1.2, width, 2.2, WALL_SHELVES, 6);
        }
        gondola(width * 0.33, 1.9, dice.uniform(3.3, 3.7), GONDOLA_SHELVES, 6);
        gondola(width * 0.67, 1.9, dice.uniform(3.3, 3.7), GONDOLA_SHELVES, 6);
        gate("G1", Gate.Kind.ENTRY, width * 0.72);
        gate("G2", Gate.Kind.EXIT, width * 0.1);
        obstacles.add(placement.rectangle(width / 2 - 0.25, 0, width / 2 + 0.25, 0.5)); // the kiosk's column
        kiosks.add(new Kiosk("K1", placement.point(width / 2, 0.52)));
    }

    private void supermarket() {
        int columns = 5;
        int rows = 4;
        double gondola = dice.uniform(3.6, 4);
        double pitch = 2 * DEPTH + dice.uniform(1.9, 2.1);
        width = columns * pitch + 1.9;
        length = 3.2 + rows * (gondola + 1.7);
        cameras = 26;
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                gondola(1.9 + DEPTH + c * pitch, 3 + r * (gondola + 1.7), gondola, GONDOLA_SHELVES, 6);
            }
        }
        gate("G1", Gate.Kind.ENTRY, 1.2);
        gate("G2", Gate.Kind.ENTRY, 2.9);
        gate("G3", Gate.Kind.EXIT, width - 5.4);
        gate("G4", Gate.Kind.EXIT, width - 3.7);
        gate("G5", Gate.Kind.EXIT, width - 2);
        obstacles.add(placement.rectangle(width / 2 - 0.3, 0, width / 2 + 0.3, 0.5));
        kiosks.add(new Kiosk("K1", placement.point(width / 2, 0.52)));
        kiosks.add(new Kiosk("K2", placement.point(width - 0.35, 2)));
    }

    private void gate(String id, Gate.Kind kind, double x) {
        gates.add(new Gate(id, kind, placement.segment(x, 0, x + 0.95, 0)));
    }

    /** Two fixtures back to back whose middle line runs up from ({@code x}, {@code y}). */
    private void gondola(double x, double y, double length, double[] heights, int plates) {
        List<double[]> edges = even(heights.length, plates);
        fixture(x + DEPTH, y + length, x + DEPTH, y, -1, 0, GONDOLA_HEIGHT, heights, edges);
        fixture(x - DEPTH, y, x - DEPTH, y + length, 1, 0, GONDOLA_HEIGHT, heights, edges);
    }

    /** A fixture with its back on the wall on which both points lie. */
    private void wall(double x1, double y1, double x2, double y2, double[] heights, int plates) {
        wall(x1, y1, x2, y2, heights, even(heights.length, plates));
    }

    private void wall(double x1, double y1, double x2, double y2, double[] heights, List<double[]> edges) {
        if (y1 == y2) {
            fixture(x1, y1 - DEPTH, x2, y2 - DEPTH, 0, 1, WALL_HEIGHT, heights, edges);
        } else {
            double in = x1 == 0 ? DEPTH : -DEPTH;
            fixture(x1 + in, y1, x2 + in, y2, -Math.signum(in), 0, WALL_HEIGHT, heights, edges);
        }
    }

    /** Plates of one width on every shelf. */
    private static List<double[]> even(int shelves, int plates) {
        double[] edges = new double[plates + 1];
        for (int p = 0; p <= plates; p++) {
            edges[p] = (p + 0.0) / plates;
        }
        return Collections.nCopies(shelves, edges);
    }

    /** @param edges of each shelf, from below, where plates begin and end: shares of its length */
    private void fixture(
            double x1,
            double y1,
            double x2,
            double y2,
            double backX,
            double backY,
            double height,
            double[] heights,
            List<double[]> edges) {
        String id = "F" + (fixtures.size() + 1);
        Polygon footprint = new Polygon(List.of(
                placement.point(x1, y1),
                placement.point(x2, y2),
                placement.point(x2 + backX * DEPTH, y2 + backY * DEPTH),
                placement.point(x1 + backX * DEPTH, y1 + backY * DEPTH)));
        List<Shelf> shelves = new ArrayList<>();
        double gap = dice.uniform(0.012, 0.03) / Math.abs(x2 - x1 + y2 - y1);
        for (int s = 0; s < heights.length; s++) {
            List<Plate> row = new ArrayList<>();
            for (int p = 0; p + 1 < edges.get(s).length; p++) {
                double from = edges.get(s)[p] + gap / 2;
                double to = edges.get(s)[p + 1] - gap / 2;
                Point2 a = placement.point(x1 + from * (x2 - x1), y1 + from * (y2 - y1));
                Point2 b = placement.point(x1 + to * (x2 - x1), y1 + to * (y2 - y1));
                row.add(new Plate(id + "-S" + (s + 1) + "-P" + (p + 1), a, b, DEPTH - 0.04, 1, rate()));
            }
            shelves.add(new Shelf(id + "-S" + (s + 1), heights[s], row));
        }
        Segment2 front = placement.segment(x1, y1, x2, y2);
        fixtures.add(new Fixture(id, footprint, height, front, shelves));
    }

    /** Most plates are of one make; a few are slower or faster. */
    private double rate() {
        double u = dice.uniform(0, 1);
        return u < 0.9 ? 20 : u < 0.94 ? 10 : u < 0.97 ? 25 : 50;
    }
}
