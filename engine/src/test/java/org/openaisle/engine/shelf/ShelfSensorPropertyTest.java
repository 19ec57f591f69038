package org.openaisle.engine.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random plates; every failure names the seed that repeats it. */
class ShelfSensorPropertyTest {
    private static final long FIRST_SEED = 20_260_101;

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    @Test
    void everyStepOfARandomSequenceIsFoundWithItsSize() {
        int outside = 0;
        int all = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 60; seed++) {
            Random random = new Random(seed);
            PlateModel model = new PlateModel(between(random, 3000, 9000), seed).noise(between(random, 0.4, 2));
            List<Double> steps = new ArrayList<>();
            double t = 5;
            for (int i = 0; i < 6; i++) {
                double grams = between(random, 30, 900) * (random.nextInt(3) == 0 ? 1 : -1);
                steps.add(grams);
                double length = between(random, 0.05, 0.6);
                model.slowly(t, t + length, grams);
                t += length + between(random, 2.5, 9);
            }
            ShelfRun run = ShelfRun.of(model, t + 2);

            assertThat(run.changes)
                    .as("changes with seed %d, steps %s, found %s", seed, steps, run.deltas())
                    .hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                double error = run.deltas().get(i) - steps.get(i);
                assertThat(error).as("error of step %d with seed %d", i, seed).isCloseTo(0, within(8.0));
                outside += Math.abs(error) > 4 * run.changes.get(i).sigmaGrams() ? 1 : 0;
                all++;
            }
        }
        assertThat(outside)
                .as("steps off by more than four standard deviations, of %d", all)
                .isLessThan(all / 25);
    }

    @Test
    void noiseAndDriftAloneAreNoChange() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
            Random random = new Random(seed);
            PlateModel model = new PlateModel(between(random, 500, 9000), seed)
                    .noise(between(random, 0.3, 3))
                    .drift(between(random, -0.03, 0.03))
                    .roundedTo(random.nextInt(4) == 0 ? 5 : 0);

            assertThat(ShelfRun.of(model, 90).deltas())
                    .as("changes with seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void pressesWithoutTakingAreNoChange() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
            Random random = new Random(seed);
            PlateModel model = new PlateModel(5000, seed).noise(between(random, 0.4, 2));
            double t = 5;
            for (int i = 0; i < 4; i++) {
                double length = between(random, 0.5, 3);
                model.press(t, t + length, between(random, 100, 1500));
                t += length + between(random, 2, 6);
            }

            assertThat(ShelfRun.of(model, t + 2).deltas())
                    .as("changes with seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void agreesWithTheExhaustiveSearchOverAllPlateaus() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
            Random random = new Random(seed);
            double noise = between(random, 0.6, 1.5);
            PlateModel model = new PlateModel(4000, seed).noise(noise);
            PlateModel again = new PlateModel(4000, seed).noise(noise);
            double t = 3;
            for (int i = random.nextInt(4); i > 0; i--) {
                double grams = between(random, 45, 700) * (random.nextBoolean() ? 1 : -1);
                model.step(t, grams);
                again.step(t, grams);
                t += between(random, 2.2, 5);
            }
            List<Double> expected = PlateauReference.steps(model.samples(t + 2), noise);
            List<Double> found = ShelfRun.of(again, t + 2).deltas();

            assertThat(found)
                    .as("changes with seed %d, reference %s", seed, expected)
                    .hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)).as("step %d with seed %d", i, seed).isCloseTo(expected.get(i), within(6.0));
            }
        }
    }
}
