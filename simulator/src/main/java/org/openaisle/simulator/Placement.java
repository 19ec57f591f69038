package org.openaisle.simulator;

import java.util.List;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;

/** Where a store's own drawing lies in the world: turned, then moved. Rooms seldom stand square to the axes. */
record Placement(double cos, double sin, double dx, double dy) {
    static Placement of(double angleRadians, double dx, double dy) {
        return new Placement(StrictMath.cos(angleRadians), StrictMath.sin(angleRadians), dx, dy);
    }

    Point2 point(double x, double y) {
        return new Point2(round(cos * x - sin * y + dx), round(sin * x + cos * y + dy));
    }

    Point2 point(Point2 p) {
        return point(p.x(), p.y());
    }

    Segment2 segment(double x1, double y1, double x2, double y2) {
        return new Segment2(point(x1, y1), point(x2, y2));
    }

    Polygon rectangle(double x1, double y1, double x2, double y2) {
        return new Polygon(List.of(point(x1, y1), point(x2, y1), point(x2, y2), point(x1, y2)));
    }

    private static double round(double metres) {
        return Math.round(metres * 1e4) / 1e4;
    }
}
