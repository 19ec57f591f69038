package org.openaisle.engine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AppearanceScaleTest {
    private static final int PEOPLE = 6;
    private static final int SIZE = 16;

    private final Random random = new Random(11);
    private final float[][] faces = new float[PEOPLE][SIZE];
    private final float[] tint = new float[SIZE];
    private final Appearance[] known = new Appearance[PEOPLE];
    private final AppearanceScale scale = new AppearanceScale(TrackingParameters.defaults(), 2);

    private float[] sighting(int person, int camera) {
        float[] looks = new float[SIZE];
        // One direction, the pose, moves far more than the others.
        double pose = 3 * random.nextGaussian();
        for (int i = 0; i < SIZE; i++) {
            looks[i] = (float)
                    (faces[person][i] + (camera == 1 ? tint[i] : 0) + (i < 4 ? pose : 0) + 0.2 * random.nextGaussian());
        }
        return looks;
    }

    private void watch(int sightings) {
        System.out.println("AppearanceScaleTest seed 11");
        for (int p = 0; p < PEOPLE; p++) {
            known[p] = new Appearance();
            for (int i = 0; i < SIZE; i++) {
                faces[p][i] = (float) (0.5 * random.nextGaussian());
            }
        }
        for (int i = 0; i < SIZE; i++) {
            tint[i] = (float) (0.5 * random.nextGaussian());
        }
        for (int k = 0; k < sightings; k++) {
            int person = random.nextInt(PEOPLE);
            int camera = random.nextInt(2);
            float[] looks = scale.untinted(camera, sighting(person, camera));
            scale.see(looks);
            scale.learn(camera, known[person], looks);
            known[person].learn(looks, 1);
        }
    }

    @Test
    void tellsPeopleApartThroughPoseAndTint() {
        watch(3000);
        int right = 0;
        for (int k = 0; k < 200; k++) {
            int person = random.nextInt(PEOPLE);
            int camera = random.nextInt(2);
            float[] looks = scale.untinted(camera, sighting(person, camera));
            int best = 0;
            for (int p = 1; p < PEOPLE; p++) {
                best = scale.evidence(known[p], looks) > scale.evidence(known[best], looks) ? p : best;
            }
            right += best == person ? 1 : 0;
            assertThat(scale.evidence(known[person], looks)).isBetween(-12.0, 8.0);
        }
        assertThat(right).isGreaterThan(195);
    }

    @Test
    void saysNothingBeforeItHasLearned() {
        watch(20);
        assertThat(scale.evidence(known[0], sighting(0, 0))).isZero();
        assertThat(scale.evidence(known[0], new float[0])).isZero();
    }
}
