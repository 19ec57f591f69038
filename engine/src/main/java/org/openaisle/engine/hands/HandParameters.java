package org.openaisle.engine.hands;

import java.io.Serializable;
import org.openaisle.engine.tracking.WristSighting;

/**
 * How hands are weighed. Lengths in metres, times in milliseconds.
 *
 * @param beforeMillis the hand is in the volume from this long before the weight moves ...
 * @param afterMillis ... to this long after
 * @param handMetres distance between wrist and what the hand holds, as a standard deviation
 * @param frontMetres how far the volume reaches out over the front edge
 * @param graspMetres how far over the plate's surface a wrist is at most when the hand grasps what stands there
 * @param contrast how much denser a wrist's place is inside the volume, for who reaches in, than anywhere about the body
 * @param restMetres a wrist nearer than this to the body's middle may as well be at rest: hands hang and hold there
 * @param restShare of the contrast that is left to a wrist at the body
 * @param strayShare of wrist keypoints that are somewhere else altogether
 * @param unsure a keypoint of this confidence or less says nothing; of twice as much it is trusted
 * @param mistaken probability that all of somebody's sightings in a stretch are of another person
 * @param independentSlots a stretch of consecutive frames is worth at most so many independent looks
 * @param armMetres the body stands at most so far from the plate's front without stretching
 * @param stretchMetres standard deviation of what it can stretch beyond
 * @param meetMetres hands of two people that are nearer than this have met
 * @param heldMetres standard deviation of an item reading's place about the wrist
 */
public record HandParameters(
        long beforeMillis,
        long afterMillis,
        double handMetres,
        double frontMetres,
        double graspMetres,
        double contrast,
        double restMetres,
        double restShare,
        double strayShare,
        double unsure,
        double mistaken,
        double independentSlots,
        double armMetres,
        double stretchMetres,
        double meetMetres,
        double heldMetres)
        implements Serializable {
    public static HandParameters defaults() {
        return new HandParameters(
                500, 200, 0.07, 0.02, 0.20, 4.0, 0.35, 0.15, 0.20, 0.2, 0.01, 4.0, 0.60, 0.20, 0.065, 0.12);
    }

    /** How far a sighting can be trusted, 0..1. */
    double trust(WristSighting sighting) {
        return sighting.weight() * Math.max(0, Math.min(1, (sighting.confidence() - unsure) / unsure));
    }
}
