package org.openaisle.model;

/** The body's points that a detector names (COCO's names). */
public enum Keypoint {
    NOSE("nose"),
    LEFT_SHOULDER("left_shoulder"),
    RIGHT_SHOULDER("right_shoulder"),
    LEFT_ELBOW("left_elbow"),
    RIGHT_ELBOW("right_elbow"),
    LEFT_WRIST("left_wrist"),
    RIGHT_WRIST("right_wrist"),
    LEFT_HIP("left_hip"),
    RIGHT_HIP("right_hip"),
    LEFT_ANKLE("left_ankle"),
    RIGHT_ANKLE("right_ankle");

    private final String label;

    Keypoint(String label) {
        this.label = label;
    }

    /** The name in the contract's files. */
    public String label() {
        return label;
    }
}
