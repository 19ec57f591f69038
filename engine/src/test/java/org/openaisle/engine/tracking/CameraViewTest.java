package org.openaisle.engine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openaisle.model.Camera;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

class CameraViewTest {
    /** Three metres up, looking straight down, the picture's right along x, its top along y. */
    private static Camera lookingDown(double... distortion) {
        return new Camera(
                "C",
                1280,
                720,
                10,
                new double[] {1000, 0, 640, 0, 1000, 360, 0, 0, 1},
                distortion,
                new double[] {1, 0, 0, 0, -1, 0, 0, 0, -1},
                new double[] {0, 0, 3});
    }

    @Test
    void seesThroughAnUndistortedLensWhereTheHandWorkedProjectionSays() {
        // (0.3, 0.2, 0) is at (0.3, -0.2, 3) before the camera: 0.1 and -0.0667 after division.
        double[] ray = new double[3];
        new CameraView(0, lookingDown(0, 0, 0, 0, 0)).ray(740, 360 - 200.0 / 3, ray);
        double down = 3 / -ray[2];
        assertThat(ray[0] * down).isCloseTo(0.3, within(1e-9));
        assertThat(ray[1] * down).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void takesOutTheDistortionWorkedOutByHand() {
        // r² = 0.1² + 0.0667² = 0.014444; 1 - 0.4 r² + 0.2 r⁴ = 0.994264; so 0.0994264 and -0.0662843.
        double[] ray = new double[3];
        new CameraView(0, lookingDown(-0.4, 0.2, 0, 0, 0)).ray(739.4264, 293.7157, ray);
        double down = 3 / -ray[2];
        assertThat(ray[0] * down).isCloseTo(0.3, within(1e-5));
        assertThat(ray[1] * down).isCloseTo(0.2, within(1e-5));
    }

    @Test
    void isTheInverseOfAStronglyDistortedProjectionAllOverThePicture() {
        Camera camera = lookingDown(-0.5, 0.25, 0.001, -0.0005, 0);
        CameraView view = new CameraView(0, camera);
        double[] ray = new double[3];
        for (double x = -1.6; x <= 1.6; x += 0.4) {
            for (double y = -0.9; y <= 0.9; y += 0.3) {
                Point2 pixel = camera.project(new Point3(x, y, 0));
                assertThat(pixel).isNotNull();
                view.ray(pixel.x(), pixel.y(), ray);
                assertThat(ray[0] * 3 / -ray[2]).isCloseTo(x, within(1e-6));
                assertThat(ray[1] * 3 / -ray[2]).isCloseTo(y, within(1e-6));
            }
        }
    }
}
