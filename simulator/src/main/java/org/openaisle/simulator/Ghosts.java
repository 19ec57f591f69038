package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Camera;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;

/** False detections: a poster, a reflection, a coat; they last some frames. */
final class Ghosts {
    private final Camera camera;
    private final double perFrame;
    private final Dice dice;
    private int left;
    private double x;
    private double y;
    private double size;

    Ghosts(Camera camera, double perFrame, Dice dice) {
        this.camera = camera;
        this.perFrame = perFrame;
        this.dice = dice;
    }

    List<PersonDetection> frame() {
        if (left == 0) {
            if (!dice.chance(perFrame / 2.5)) { // each lasts 2.5 frames on average
                return List.of();
            }
            left = 1 + dice.below(4);
            size = dice.uniform(40, 220);
            x = dice.uniform(0, camera.width() - size);
            y = dice.uniform(0, camera.height() - size);
        }
        left--;
        float[] keypoints = new float[PersonDetection.NUMBERS];
        for (int i = 0; i < Keypoint.values().length; i++) {
            if (dice.chance(0.4)) {
                keypoints[3 * i] = Math.round(x + dice.uniform(0, size * 0.6));
                keypoints[3 * i + 1] = Math.round(y + dice.uniform(0, size));
                keypoints[3 * i + 2] = Math.round(dice.uniform(0.1, 0.6) * 100) / 100f;
            }
        }
        float[] appearance = new float[16];
        for (int i = 0; i < appearance.length; i++) {
            appearance[i] = Math.round(dice.normal(0, 1) * 10) / 10f;
        }
        return new ArrayList<>(List.of(new PersonDetection(
                Math.round(x),
                Math.round(y),
                Math.round(size * dice.uniform(0.5, 0.7)),
                Math.round(size),
                Math.round(dice.uniform(0.5, 0.75) * 100) / 100.0,
                keypoints,
                appearance)));
    }
}
