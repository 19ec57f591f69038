package org.openaisle.model;

import java.io.Serializable;
import java.util.List;

/** A polygon without holes, in either turning sense. */
public record Polygon(List<Point2> corners) implements Serializable {
    public Polygon {
        corners = List.copyOf(corners);
        Check.that(corners.size() >= 3, "a polygon needs at least 3 corners, has " + corners.size());
    }

    /** Even-odd rule; a point on the edge may count as either. */
    public boolean contains(Point2 p) {
        boolean odd = false;
        Point2 a = corners.get(corners.size() - 1);
        for (Point2 b : corners) {
            if (a.y() > p.y() != b.y() > p.y() && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                odd = !odd;
            }
            a = b;
        }
        return odd;
    }

    /** Distance from the outline, metres, inside and outside alike. */
    public double distanceToEdge(Point2 p) {
        double best = Double.POSITIVE_INFINITY;
        Point2 a = corners.get(corners.size() - 1);
        for (Point2 b : corners) {
            best = Math.min(best, new Segment2(a, b).distance(p));
            a = b;
        }
        return best;
    }

    /** Whether the stretch between two points meets the polygon's outline or lies inside it. */
    public boolean blocks(Segment2 sight) {
        Point2 a = corners.get(corners.size() - 1);
        for (Point2 b : corners) {
            if (sight.crosses(new Segment2(a, b))) {
                return true;
            }
            a = b;
        }
        return contains(sight.middle());
    }

    public Point2 centre() {
        Point2 sum = new Point2(0, 0);
        for (Point2 c : corners) {
            sum = sum.plus(c);
        }
        return sum.times(1.0 / corners.size());
    }
}
