package org.openaisle.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Store;

/** Where a body's middle can be, as a grid, and ways through it: A* over eight neighbours, then pulled taut. */
final class WalkableFloor {
    private static final double BODY = 0.22;

    private final double cell;
    private final double minX;
    private final double minY;
    private final int columns;
    private final int rows;
    private final boolean[] free;

    WalkableFloor(Store store) {
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (Point2 p : store.floor().corners()) {
            x0 = Math.min(x0, p.x());
            y0 = Math.min(y0, p.y());
            x1 = Math.max(x1, p.x());
            y1 = Math.max(y1, p.y());
        }
        cell = (x1 - x0) * (y1 - y0) > 250 ? 0.2 : 0.12;
        minX = x0;
        minY = y0;
        columns = (int) Math.ceil((x1 - x0) / cell) + 1;
        rows = (int) Math.ceil((y1 - y0) / cell) + 1;
        free = new boolean[columns * rows];
        List<Polygon> solid = new ArrayList<>(store.obstacles());
        store.fixtures().stream().map(Fixture::footprint).forEach(solid::add);
        for (int i = 0; i < free.length; i++) {
            Point2 p = middle(i);
            free[i] = store.floor().contains(p)
                    && store.floor().distanceToEdge(p) >= 0.15
                    && solid.stream().noneMatch(s -> s.contains(p) || s.distanceToEdge(p) < BODY);
        }
        for (Gate g : store.gates()) {
            keepConnected(index(nearestFree(new Doorway(g, store.floor().centre()).before(0.75))));
            break; // one gate is enough: the others are reached from there
        }
    }

    /** Closes the pockets between furniture into which nobody can walk. */
    private void keepConnected(int seed) {
        boolean[] reached = new boolean[free.length];
        Deque<Integer> open = new ArrayDeque<>();
        reached[seed] = true;
        open.add(seed);
        while (!open.isEmpty()) {
            int at = open.remove();
            int[] around = {
                at % columns > 0 ? at - 1 : at, at % columns < columns - 1 ? at + 1 : at, at - columns, at + columns
            };
            for (int to : around) {
                if (to >= 0 && to < free.length && free[to] && !reached[to]) {
                    reached[to] = true;
                    open.add(to);
                }
            }
        }
        System.arraycopy(reached, 0, free, 0, free.length);
    }

    boolean free(double x, double y) {
        int i = index(x, y);
        return i >= 0 && free[i];
    }

    /** The free place nearest to {@code p}. */
    Point2 nearestFree(Point2 p) {
        if (free(p.x(), p.y())) {
            return p;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                double d = middle(i).distance(p);
                if (d < least) {
                    least = d;
                    best = i;
                }
            }
        }
        return middle(best);
    }

    /** The corners of a way, the goal included; straight on when there is none. */
    List<Point2> way(Point2 from, Point2 to) {
        if (clear(from, to)) {
            return List.of(to);
        }
        int start = index(nearestFree(from));
        int goal = index(nearestFree(to));
        int[] before = search(start, goal);
        if (before.length == 0) {
            return List.of(to);
        }
        Deque<Point2> cells = new ArrayDeque<>();
        for (int at = goal; at != start; at = before[at]) {
            cells.addFirst(middle(at));
        }
        List<Point2> raw = new ArrayList<>(cells);
        raw.add(to);
        List<Point2> taut = new ArrayList<>();
        Point2 at = from;
        for (int i = 0; i < raw.size(); ) {
            int far = i;
            for (int j = Math.min(raw.size() - 1, i + 60); j > i; j--) {
                if (clear(at, raw.get(j))) {
                    far = j;
                    break;
                }
            }
            at = raw.get(far);
            taut.add(at);
            i = far + 1;
        }
        return Collections.unmodifiableList(taut);
    }

    /** Whether one can go straight from one place to another. */
    boolean clear(Point2 a, Point2 b) {
        int steps = (int) Math.ceil(a.distance(b) / (cell * 0.25)) + 1;
        for (int i = 1; i <= steps; i++) {
            double s = (i + 0.0) / steps;
            if (!free(a.x() + s * (b.x() - a.x()), a.y() + s * (b.y() - a.y()))) {
                return false;
            }
        }
        return true;
    }

    private record Node(int cell, double estimate, int order) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            int byEstimate = Double.compare(estimate, other.estimate);
            return byEstimate != 0 ? byEstimate : Integer.compare(order, other.order);
        }
    }

    private int[] search(int start, int goal) {
        double[] cost = new double[free.length];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        int[] before = new int[free.length];
        boolean[] done = new boolean[free.length];
        PriorityQueue<Node> open = new PriorityQueue<>();
        Point2 end = middle(goal);
        int order = 0;
        cost[start] = 0;
        open.add(new Node(start, middle(start).distance(end), order));
        while (!open.isEmpty()) {
            int at = open.remove().cell();
            if (at == goal) {
                return before;
            }
            if (done[at]) {
                continue;
            }
            done[at] = true;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % columns + dx;
                    int y = at / columns + dy;
                    if (x < 0 || y < 0 || x >= columns || y >= rows || !passable(at, x, y)) {
                        continue;
                    }
                    int to = y * columns + x;
                    double reached = cost[at] + cell * Math.sqrt(dx * dx + dy * dy);
                    if (reached < cost[to] - 1e-9) {
                        cost[to] = reached;
                        before[to] = at;
                        open.add(new Node(to, reached + middle(to).distance(end), ++order));
                    }
                }
            }
        }
        return new int[0];
    }

    /** Whether one can step from a cell to a neighbour; over a corner only where both sides are free. */
    private boolean passable(int from, int x, int y) {
        return free[y * columns + x] && free[y * columns + from % columns] && free[from / columns * columns + x];
    }

    private Point2 middle(int i) {
        return new Point2(minX + (i % columns + 0.5) * cell, minY + (i / columns + 0.5) * cell);
    }

    private int index(Point2 p) {
        return index(p.x(), p.y());
    }

    private int index(double x, double y) {
        int cx = (int) Math.floor((x - minX) / cell);
        int cy = (int) Math.floor((y - minY) / cell);
        return cx < 0 || cy < 0 || cx >= columns || cy >= rows ? -1 : cy * columns + cx;
    }
}
