package org.openaisle.model;

import java.io.Serializable;
import java.util.List;

/** A piece of furniture with shelves; people reach in over its {@code front}. */
public record Fixture(String fixtureId, Polygon footprint, double heightMetres, Segment2 front, List<Shelf> shelves)
        implements Serializable {
    public Fixture {
        Check.named("fixtureId", fixtureId);
        Check.notNegative("height of fixture " + fixtureId, heightMetres);
        shelves = List.copyOf(shelves);
    }

    /** The unit vector on the floor from the front to where people stand. */
    public Point2 outward() {
        Point2 along = front.to().minus(front.from());
        Point2 normal = new Point2(-along.y(), along.x()).times(1 / Math.max(1e-9, along.norm()));
        return normal.dot(footprint.centre().minus(front.middle())) > 0 ? normal.times(-1) : normal;
    }
}
