package org.openaisle.model;

import java.io.Serializable;

/** A straight stretch on the floor. */
public record Segment2(Point2 from, Point2 to) implements Serializable {
    public Point2 middle() {
        return from.plus(to).times(0.5);
    }

    public double length() {
        return from.distance(to);
    }

    /** The point of the segment that lies nearest. */
    public Point2 nearest(Point2 point) {
        Point2 along = to.minus(from);
        double square = along.dot(along);
        double share = square == 0 ? 0 : point.minus(from).dot(along) / square;
        return from.plus(along.times(Math.max(0, Math.min(1, share))));
    }

    public double distance(Point2 point) {
        return nearest(point).distance(point);
    }

    /** Which side a point is on: positive to the left of the way from {@code from} to {@code to}, in metres from the line. */
    public double side(Point2 point) {
        Point2 along = to.minus(from);
        double length = along.norm();
        return length == 0 ? 0 : along.cross(point.minus(from)) / length;
    }

    public boolean crosses(Segment2 other) {
        Point2 a = to.minus(from);
        Point2 b = other.to.minus(other.from);
        double d1 = a.cross(other.from.minus(from));
        double d2 = a.cross(other.to.minus(from));
        double d3 = b.cross(from.minus(other.from));
        double d4 = b.cross(to.minus(other.from));
        return d1 * d2 < 0 && d3 * d4 < 0;
    }
}
