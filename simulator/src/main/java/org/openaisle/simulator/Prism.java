package org.openaisle.simulator;

import java.util.List;
import org.openaisle.model.Fixture;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;

/**
 * A convex thing that stands on the floor and hides what is behind it. Into a fixture one can look from its front, under the board above.
 */
final class Prism {
    private final Polygon outline;
    private final double height;
    private final Point2 centre;
    private final double radius;
    private final Fixture fixture;
    private final boolean open;

    private Prism(Polygon outline, double height, Fixture fixture, boolean open) {
        this.outline = outline;
        this.height = height;
        this.fixture = fixture;
        this.open = open;
        this.centre = outline.centre();
        this.radius =
                outline.corners().stream().mapToDouble(centre::distance).max().orElse(0);
    }

    static Prism of(Fixture fixture) {
        return new Prism(fixture.footprint(), fixture.heightMetres(), fixture, true);
    }

    /** A solid block, such as a column. */
    static Prism of(Polygon outline, double height) {
        Segment2 side = new Segment2(outline.corners().get(0), outline.corners().get(1));
        return new Prism(outline, height, new Fixture("-", outline, height, side, List.of()), false);
    }

    /** Whether the straight line from {@code eye} (which is above {@link #height}) to {@code point} is interrupted. */
    boolean hides(Point3 eye, Point3 point) {
        if (point.z() >= height) {
            return false;
        }
        // The stretch of the line below the top: from this share on.
        double entry = eye.z() <= height ? 0 : (eye.z() - height) / (eye.z() - point.z());
        double x0 = eye.x() + entry * (point.x() - eye.x());
        double y0 = eye.y() + entry * (point.y() - eye.y());
        if (farFrom(x0, y0, point.x(), point.y())) {
            return false;
        }
        Point2 from = new Point2(x0, y0);
        Point2 to = point.onFloor();
        if (open && outline.contains(to)) {
            return !seenInside(from, point);
        }
        return outline.blocks(new Segment2(from, to)) || outline.contains(from);
    }

    private boolean seenInside(Point2 from, Point3 point) {
        double board = Double.POSITIVE_INFINITY;
        for (Shelf s : fixture.shelves()) {
            if (s.heightMetres() > point.z()) {
                board = Math.min(board, s.heightMetres());
            }
        }
        if (board == Double.POSITIVE_INFINITY) {
            return true; // nothing is above the topmost shelf
        }
        // How high the line is where it passes over the front's edge: seen when that is below the board above.
        Segment2 front = fixture.front();
        double a = front.side(from);
        double b = front.side(point.onFloor());
        if (a * b >= 0 || !front.crosses(new Segment2(from, point.onFloor()))) {
            return false;
        }
        double share = a / (a - b);
        return height + share * (point.z() - height) < board - 0.02;
    }

    private boolean farFrom(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        double share = square == 0 ? 0 : ((centre.x() - x0) * dx + (centre.y() - y0) * dy) / square;
        share = Math.max(0, Math.min(1, share));
        double ex = x0 + share * dx - centre.x();
        double ey = y0 + share * dy - centre.y();
        return ex * ex + ey * ey > radius * radius;
    }
}
