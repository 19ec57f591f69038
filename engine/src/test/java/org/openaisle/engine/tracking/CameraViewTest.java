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
    void projectsAndLooksBackThroughAllFiveTermsAsWorkedOutByHand() {
        // (0.6, 0.3, 0) is at (0.6, -0.3, 3) before the camera: x = 0.2, y = -0.1, r² = 0.05.
        // Radial: 1 - 0.4 * 0.05 + 0.2 * 0.05² + 0.1 * 0.05³ = 0.9805125.
        // Tangential: dx = 2 * 0.001 * 0.2 * -0.1 - 0.002 * (0.05 + 2 * 0.04) = -0.00004 - 0.00026 = -0.0003,
        //             dy = 0.001 * (0.05 + 2 * 0.01) + 2 * -0.002 * 0.2 * -0.1 = 0.00007 + 0.00008 = 0.00015.
        // So 0.1961025 - 0.0003 = 0.1958025 and -0.09805125 + 0.00015 = -0.09790125, times 1000, plus (640, 360).
        Camera camera = lookingDown(-0.4, 0.2, 0.001, -0.002, 0.1);
        seesAt(camera, new Point3(0.6, 0.3, 0), 835.8025, 262.09875);
    }

    @Test
    void projectsAndLooksBackFromAPlaceAndWithAPictureThatIsNeitherCentredNorSquare() {
        // From (1, 2, 1.5) along y, level: (2, 6, 1) is 1 to the right, 0.5 down, 4 ahead: x = 0.25, y = 0.125.
        // r² = 0.078125; 1 - 0.32 r² = 0.975; so 0.24375 and 0.121875.
        // u = 800 * 0.24375 + 2 * 0.121875 + 600 = 795.24375, v = 900 * 0.121875 + 350 = 459.6875.
        Camera camera = new Camera(
                "C",
                1280,
                720,
                10,
                new double[] {800, 2, 600, 0, 900, 350, 0, 0, 1},
                new double[] {-0.32, 0, 0, 0, 0},
                new double[] {1, 0, 0, 0, 0, -1, 0, 1, 0},
                new double[] {-1, 1.5, -2});
        seesAt(camera, new Point3(2, 6, 1), 795.24375, 459.6875);
    }

    private static void seesAt(Camera camera, Point3 place, double u, double v) {
        Point2 pixel = camera.project(place);
        assertThat(pixel).isNotNull();
        assertThat(pixel.x()).isCloseTo(u, within(1e-9));
        assertThat(pixel.y()).isCloseTo(v, within(1e-9));

        Point3 way = place.minus(camera.centre());
        Point3 slow = camera.ray(u, v);
        double[] fast = new double[3];
        new CameraView(0, camera).ray(u, v, fast);
        for (Point3 ray : new Point3[] {slow, new Point3(fast[0], fast[1], fast[2])}) {
            assertThat(ray.norm()).isCloseTo(1, within(1e-12));
            assertThat(ray.times(way.norm()).distance(way)).isLessThan(1e-6);
        }
    }

    @Test
    void seesNothingBehindItOrWhereTheLensFoldsBack() {
        Camera camera = lookingDown(-0.4, 0, 0, 0, 0);
        assertThat(camera.project(new Point3(0, 0, 3.1))).isNull();
        // 1 - 3 * 0.4 r² is 0 at r = 0.913: 2.73 m aside, three metres below the camera, pixels stop moving outwards.
        assertThat(camera.project(new Point3(2.7, 0, 0))).isNotNull();
        assertThat(camera.project(new Point3(2.8, 0, 0))).isNull();
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
