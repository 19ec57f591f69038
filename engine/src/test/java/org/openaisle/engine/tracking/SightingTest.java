package org.openaisle.engine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Camera;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

class SightingTest {
    /** At (0, 0, 3), looking along y and 45 degrees down. */
    private static final double HALF = Math.sqrt(0.5);

    private static final Camera CAMERA = new Camera(
            "C",
            1280,
            720,
            10,
            new double[] {500, 0, 640, 0, 500, 360, 0, 0, 1},
            new double[] {-0.1, 0.01, 0, 0, 0},
            new double[] {1, 0, 0, 0, -HALF, -HALF, 0, HALF, -HALF},
            new double[] {0, 3 * HALF, 3 * HALF});

    private final CameraView view = new CameraView(0, CAMERA);
    private final SightingBuilder builder = new SightingBuilder(TrackingParameters.defaults());

    private static float[] body(double x, double y, double height, Keypoint... hidden) {
        float[] keypoints = new float[PersonDetection.NUMBERS];
        put(keypoints, Keypoint.NOSE, x, y, 0.91 * height);
        put(keypoints, Keypoint.LEFT_SHOULDER, x + 0.15, y, 0.823 * height);
        put(keypoints, Keypoint.RIGHT_SHOULDER, x - 0.15, y, 0.823 * height);
        put(keypoints, Keypoint.LEFT_HIP, x + 0.1, y, 0.532 * height);
        put(keypoints, Keypoint.RIGHT_HIP, x - 0.1, y, 0.532 * height);
        put(keypoints, Keypoint.LEFT_ANKLE, x + 0.1, y, 0.057 * height);
        put(keypoints, Keypoint.RIGHT_ANKLE, x - 0.1, y, 0.057 * height);
        for (Keypoint k : hidden) {
            keypoints[3 * k.ordinal() + 2] = 0;
        }
        return keypoints;
    }

    private static void put(float[] keypoints, Keypoint k, double x, double y, double z) {
        Point2 pixel = CAMERA.project(new Point3(x, y, z));
        assertThat(pixel).isNotNull();
        keypoints[3 * k.ordinal()] = (float) pixel.x();
        keypoints[3 * k.ordinal() + 1] = (float) pixel.y();
        keypoints[3 * k.ordinal() + 2] = 0.9f;
    }

    private @Nullable Sighting see(float[] keypoints) {
        return builder.of(view, new PersonDetection(0, 0, 50, 100, 0.9, keypoints, new float[0]));
    }

    @Test
    void aWholeBodyGivesItsPlaceAndHeight() {
        Sighting s = see(body(0.5, 3, 1.75));
        assertThat(s).isNotNull();
        assertThat(s.x).isCloseTo(0.5, within(0.01));
        assertThat(s.y).isCloseTo(3, within(0.03));
        assertThat(s.height).isCloseTo(1.75, within(0.03));
    }

    @Test
    void headAndShouldersAloneLeaveTheDistanceOpenAndSaySo() {
        Sighting whole = see(body(0.5, 3, 1.75));
        Sighting part = see(
                body(0.5, 3, 1.75, Keypoint.LEFT_HIP, Keypoint.RIGHT_HIP, Keypoint.LEFT_ANKLE, Keypoint.RIGHT_ANKLE));
        assertThat(whole).isNotNull();
        assertThat(part).isNotNull();
        assertThat(part.spread).isGreaterThan(2 * whole.spread);
    }

    @Test
    void oneKeypointFarOffIsDoubted() {
        float[] keypoints = body(0.5, 3, 1.75);
        keypoints[3 * Keypoint.NOSE.ordinal()] += 200;
        Sighting s = see(keypoints);
        assertThat(s).isNotNull();
        assertThat(Math.hypot(s.x - 0.5, s.y - 3)).isLessThan(0.15);
    }

    @Test
    void aChildIsNotAGrownUpFartherAway() {
        Sighting s = see(body(-0.3, 2.5, 1.1));
        assertThat(s).isNotNull();
        assertThat(s.y).isCloseTo(2.5, within(0.05));
        assertThat(s.height).isCloseTo(1.1, within(0.05));
    }

    @Test
    void aBoxWithoutKeypointsIsUsedOnlyWhereTheDetectorNamesNone() {
        PersonDetection box =
                new PersonDetection(600, 300, 60, 200, 0.9, new float[PersonDetection.NUMBERS], new float[0]);
        assertThat(builder.of(view, box)).isNotNull();
        see(body(0.5, 3, 1.75));
        assertThat(builder.of(view, box)).isNull();
    }
}
