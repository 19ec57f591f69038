package org.openaisle.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;
import org.openaisle.model.Segment2;

/**
 * Where tracks are scored: on the floor but not within 0.4 m of a gate line, since people who wait before a gate are not in
 * the truth; or, where a store has a {@code trackedZone}, inside that and nowhere else.
 */
record ScoredArea(List<Point2> outline, List<Segment2> gates) {
    private static final double GATE_SQUARED = 0.16;

    ScoredArea {
        outline = List.copyOf(outline);
        gates = List.copyOf(gates);
    }

    static ScoredArea read(Path folder) {
        Fields store = Fields.of(Json.read(folder.resolve("store.json")), "store.json");
        if (store.has("trackedZone") && store.raw("trackedZone") != null) {
            return new ScoredArea(points(store.list("trackedZone")), List.of());
        }
        List<Segment2> gates = new ArrayList<>();
        for (Object raw : store.list("gates")) {
            List<Point2> line = points(Fields.of(raw, "store.json, gates").list("line"));
            if (line.size() != 2) {
                throw new Malformed("store.json, gates: a line must have 2 points, has " + line.size());
            }
            gates.add(new Segment2(line.getFirst(), line.getLast()));
        }
        return new ScoredArea(points(store.list("floor")), gates);
    }

    SequencedMap<String, Point2> inside(SequencedMap<String, Point2> people) {
        SequencedMap<String, Point2> inside = new LinkedHashMap<>();
        people.forEach((name, place) -> {
            if (contains(place)) {
                inside.put(name, place);
            }
        });
        return inside;
    }

    private boolean contains(Point2 p) {
        return onFloor(p) && gates.stream().noneMatch(g -> atGate(g, p));
    }

    /** Even-odd rule, edges from each corner to the next, so that a point on an edge falls as in the contract's scorer. */
    private boolean onFloor(Point2 p) {
        boolean odd = false;
        for (int i = 0; i < outline.size(); i++) {
            Point2 a = outline.get(i);
            Point2 b = outline.get((i + 1) % outline.size());
            if (a.y() > p.y() != b.y() > p.y() && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                odd = !odd;
            }
        }
        return odd;
    }

    private static boolean atGate(Segment2 gate, Point2 p) {
        Point2 a = gate.from();
        double dx = gate.to().x() - a.x();
        double dy = gate.to().y() - a.y();
        double u = Math.max(0, Math.min(1, ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / (dx * dx + dy * dy)));
        double x = p.x() - a.x() - u * dx;
        double y = p.y() - a.y() - u * dy;
        return x * x + y * y < GATE_SQUARED;
    }

    private static List<Point2> points(List<?> raw) {
        return raw.stream().map(ScoredArea::point).toList();
    }

    private static Point2 point(@Nullable Object raw) {
        if (raw instanceof List<?> xy
                && xy.size() >= 2
                && xy.get(0) instanceof Number x
                && xy.get(1) instanceof Number y) {
            return new Point2(x.doubleValue(), y.doubleValue());
        }
        throw new Malformed("store.json: a point must be [x, y], is " + raw);
    }
}
