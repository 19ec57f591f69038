package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gate;
import org.openaisle.model.Point2;

/** A gate in use: one passes at a time, the others wait in a row outside. */
final class Doorway {
    final Gate gate;
    final Point2 inward;
    final List<Person> waiting = new ArrayList<>();
    /** How many want out; they go first. */
    int leaving;

    @Nullable
    Person user;

    long freeAt;

    Doorway(Gate gate, Point2 middleOfFloor) {
        this.gate = gate;
        Point2 along = gate.line().to().minus(gate.line().from());
        Point2 normal = new Point2(-along.y(), along.x()).times(1 / along.norm());
        this.inward = normal.dot(middleOfFloor.minus(gate.line().middle())) > 0 ? normal : normal.times(-1);
    }

    /** Metres inside the line, negative outside. */
    double depth(Person p) {
        return p.at().minus(gate.line().middle()).dot(inward);
    }

    Point2 before(double metresInside) {
        return gate.line().middle().plus(inward.times(metresInside));
    }

    /** Where the one in place {@code k} of the row stands. The row leaves the way free where people also come out. */
    Point2 spot(int k) {
        Point2 along = gate.line().to().minus(gate.line().from());
        Point2 aside = along.times((gate.kind() == Gate.Kind.BOTH ? 0.9 : 0.12) * Math.min(k, 1) / along.norm());
        return before(-0.65 - 0.75 * k).plus(aside);
    }
}
