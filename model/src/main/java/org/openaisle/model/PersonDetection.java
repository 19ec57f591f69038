package org.openaisle.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One person in one frame.
 *
 * @param left the box's left edge, pixels; likewise {@code top}, {@code width}, {@code height}
 * @param score 0..1
 * @param keypoints x, y, confidence by {@link Keypoint} ordinal (33 numbers); confidence 0: not seen
 * @param appearance a descriptor of the clothing, of any length, serving within one visit; empty when unknown
 */
public record PersonDetection(
        double left, double top, double width, double height, double score, float[] keypoints, float[] appearance)
        implements Serializable {
    public static final int NUMBERS = 3 * Keypoint.values().length;

    /** An order that depends on the content only, since the order within a frame means nothing. */
    public static final Comparator<PersonDetection> BY_CONTENT = Comparator.comparingDouble(PersonDetection::left)
            .thenComparingDouble(PersonDetection::top)
            .thenComparingDouble(PersonDetection::width)
            .thenComparingDouble(PersonDetection::height)
            .thenComparingDouble(PersonDetection::score)
            .thenComparing(PersonDetection::keypoints, Arrays::compare)
            .thenComparing(PersonDetection::appearance, Arrays::compare);

    public PersonDetection {
        Check.finite("box left", left);
        Check.finite("box top", top);
        Check.notNegative("box width", width);
        Check.notNegative("box height", height);
        Check.probability("score", score);
        Check.that(keypoints.length == NUMBERS, "keypoints must be " + NUMBERS + " numbers, are " + keypoints.length);
        for (float v : keypoints) {
            Check.finite("keypoint", v);
        }
        for (float v : appearance) {
            Check.finite("appearance", v);
        }
    }

    public boolean sees(Keypoint point) {
        return keypoints[3 * point.ordinal() + 2] > 0;
    }

    public double x(Keypoint point) {
        return keypoints[3 * point.ordinal()];
    }

    public double y(Keypoint point) {
        return keypoints[3 * point.ordinal() + 1];
    }

    public double confidence(Keypoint point) {
        return keypoints[3 * point.ordinal() + 2];
    }
}
