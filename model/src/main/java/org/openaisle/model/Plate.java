package org.openaisle.model;

import java.io.Serializable;

/**
 * One weighing surface of a shelf: from {@code from}-{@code to} along the fixture's front, {@code depthMetres} to the back.
 *
 * @param capacityGrams what it can carry
 * @param ratePerSecond nominal samples a second
 */
public record Plate(
        String plateId, Point2 from, Point2 to, double depthMetres, double capacityGrams, double ratePerSecond)
        implements Serializable {
    public Plate {
        Check.named("plateId", plateId);
        Check.positive("depth of plate " + plateId, depthMetres);
        Check.positive("capacity of plate " + plateId, capacityGrams);
        Check.positive("rate of plate " + plateId, ratePerSecond);
    }

    public Segment2 front() {
        return new Segment2(from, to);
    }
}
