package org.openaisle.model;

import java.io.Serializable;

/** A point (or a vector) on the floor, metres in the world frame. */
public record Point2(double x, double y) implements Serializable {
    public Point2 {
        Check.finite("x", x);
        Check.finite("y", y);
    }

    public Point2 plus(Point2 other) {
        return new Point2(x + other.x, y + other.y);
    }

    public Point2 minus(Point2 other) {
        return new Point2(x - other.x, y - other.y);
    }

    public Point2 times(double factor) {
        return new Point2(x * factor, y * factor);
    }

    public double dot(Point2 other) {
        return x * other.x + y * other.y;
    }

    /** The z component of the cross product: positive when {@code other} lies to the left. */
    public double cross(Point2 other) {
        return x * other.y - y * other.x;
    }

    public double norm() {
        return Math.sqrt(x * x + y * y);
    }

    public double distance(Point2 other) {
        return minus(other).norm();
    }
}
