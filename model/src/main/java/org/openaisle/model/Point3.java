package org.openaisle.model;

import java.io.Serializable;

/** A point (or a vector) in the store, metres in the world frame, z up. */
public record Point3(double x, double y, double z) implements Serializable {
    public Point3 {
        Check.finite("x", x);
        Check.finite("y", y);
        Check.finite("z", z);
    }

    public Point3 plus(Point3 other) {
        return new Point3(x + other.x, y + other.y, z + other.z);
    }

    public Point3 minus(Point3 other) {
        return new Point3(x - other.x, y - other.y, z - other.z);
    }

    public Point3 times(double factor) {
        return new Point3(x * factor, y * factor, z * factor);
    }

    public double dot(Point3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public double norm() {
        return Math.sqrt(dot(this));
    }

    public double distance(Point3 other) {
        return minus(other).norm();
    }

    public Point2 onFloor() {
        return new Point2(x, y);
    }
}
