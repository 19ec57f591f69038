package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.openaisle.model.Point3;

/**
 * One camera's ray through one wrist.
 *
 * @param origin the camera's centre; {@code direction} the unit vector to the wrist, both in the world frame
 * @param sdRadians standard deviation across the ray, from pixel noise and calibration
 * @param confidence of the keypoint, 0..1
 * @param weight probability that the detection is this person's
 */
public record WristSighting(
        long t,
        int camera,
        boolean left,
        Point3 origin,
        Point3 direction,
        double sdRadians,
        double confidence,
        double weight)
        implements Serializable {}
