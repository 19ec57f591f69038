package org.openaisle.engine.layout;

import java.io.Serializable;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;

/**
 * A plate in its place.
 *
 * @param shelfId the shelf it belongs to; {@code index} its place there, counted from one end
 * @param surfaceMetres height of its surface over the floor
 * @param clearanceMetres free height above it
 * @param along unit vector on the floor from the plate's {@code from} to its {@code to}
 * @param outward unit vector on the floor from the fixture's front to where people stand
 */
public record PlateSite(
        Plate plate,
        String fixtureId,
        String shelfId,
        int index,
        double surfaceMetres,
        double clearanceMetres,
        Point2 along,
        Point2 outward)
        implements Serializable {
    public double widthMetres() {
        return plate.front().length();
    }

    /** Metres along the front from the plate's {@code from}. */
    public double along(Point2 p) {
        return p.minus(plate.from()).dot(along);
    }

    /** Metres behind the front edge; negative in front of it. */
    public double behindFront(Point2 p) {
        return -p.minus(plate.from()).dot(outward);
    }
}
