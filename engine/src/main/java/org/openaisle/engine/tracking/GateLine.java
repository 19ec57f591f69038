package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.openaisle.model.Gate;
import org.openaisle.model.Point2;

/** A gate with the direction that leads in. */
final class GateLine implements Serializable {
    private static final long serialVersionUID = 1;

    final Gate gate;
    final double x;
    final double y;
    private final double alongX;
    private final double alongY;
    private final double inX;
    private final double inY;
    private final double half;

    GateLine(Gate gate, Area floor, Point2 centre) {
        this.gate = gate;
        Point2 middle = gate.line().middle();
        x = middle.x();
        y = middle.y();
        Point2 along = gate.line().to().minus(gate.line().from());
        double length = Math.max(1e-9, along.norm());
        half = length / 2;
        alongX = along.x() / length;
        alongY = along.y() / length;
        boolean left = floor.contains(x - 0.2 * alongY, y + 0.2 * alongX);
        boolean right = floor.contains(x + 0.2 * alongY, y - 0.2 * alongX);
        // Inwards is the side that is floor; a line in the middle of the floor leads towards the centre.
        boolean inIsLeft = left == right ? (centre.x() - x) * -alongY + (centre.y() - y) * alongX > 0 : left;
        inX = inIsLeft ? -alongY : alongY;
        inY = inIsLeft ? alongX : -alongX;
    }

    /** Metres beyond the line, positive inside the gates. */
    double depth(double px, double py) {
        return (px - x) * inX + (py - y) * inY;
    }

    /** Metres past the end of the line, 0 beside it. */
    double aside(double px, double py) {
        return Math.max(0, Math.abs((px - x) * alongX + (py - y) * alongY) - half);
    }

    double distance(double px, double py) {
        double depth = depth(px, py);
        double aside = aside(px, py);
        return Math.sqrt(depth * depth + aside * aside);
    }
}
