package org.openaisle.engine.hands;

import org.openaisle.engine.layout.PlateSite;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** The box above one plate, or several neighbours, in which a wrist is while its hand moves what stands there. */
final class ReachVolume {
    private final PlateSite first;
    private final double width;
    private final double depth;
    private final double front;
    private final double low;
    private final double high;
    private final Point3 centre;

    ReachVolume(PlateSite first, PlateSite last, HandParameters parameters) {
        this.first = first;
        this.width = Math.max(first.along(last.plate().to()), first.widthMetres());
        this.depth = first.plate().depthMetres();
        this.front = parameters.frontMetres();
        this.low = first.surfaceMetres();
        this.high = low + Math.min(parameters.graspMetres(), first.clearanceMetres());
        Point2 middle = first.plate()
                .from()
                .plus(first.along().times(width / 2))
                .plus(first.outward().times(-depth / 2));
        this.centre = new Point3(middle.x(), middle.y(), (low + high) / 2);
    }

    Point3 centre() {
        return centre;
    }

    /** A point of the world in the volume's coordinates: along the plates, behind the front, up. */
    double[] local(Point3 p) {
        return new double[] {first.along(p.onFloor()), first.behindFront(p.onFloor()), p.z()};
    }

    /** A direction of the world in the volume's coordinates. */
    double[] localDirection(Point3 d) {
        Point2 onFloor = d.onFloor();
        return new double[] {onFloor.dot(first.along()), -onFloor.dot(first.outward()), d.z()};
    }

    /** Metres from a point of the world to the volume; 0 inside. */
    double distance(Point3 p) {
        double[] x = local(p);
        double[] below = low();
        double[] above = high();
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double aside = Math.max(0, Math.max(below[k] - x[k], x[k] - above[k]));
            sum += aside * aside;
        }
        return Math.sqrt(sum);
    }

    /** The corner with the least coordinates. */
    double[] low() {
        return new double[] {0, -front, low};
    }

    /** The corner with the greatest coordinates. */
    double[] high() {
        return new double[] {width, depth, high};
    }

    /** Distance on the floor from a body's middle to the front edge; behind the front it is made longer, since nobody stands there. */
    double bodyDistance(Point2 body) {
        double u = first.along(body);
        double v = first.behindFront(body);
        double du = Math.max(0, Math.max(-u, u - width));
        return Math.sqrt(du * du + v * v) + (v > 0 ? 2 * v : 0);
    }
}
