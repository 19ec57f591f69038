package org.openaisle.engine.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;

/** What can be seen coming before the shelves say it. */
class SettlingTest {
    private static final double LEVEL = 4000;

    @Test
    void aTakeCanBeSeenComingAsSoonAsThePlateHasBeenAtRestForAMoment() {
        ShelfRun run = ShelfRun.of(new PlateModel(LEVEL, 7).step(5, -355), 12);

        ShelfRun.Coming coming = run.coming.get(List.of("P1"));
        assertThat(coming.t()).isBetween(ShelfRun.millis(5.5), ShelfRun.millis(6.3));
        assertThat(coming.grams()).isCloseTo(run.deltas().getFirst(), within(2.0));
    }

    @Test
    void aPlateThatFallsSilentWhileItSettlesIsNotComingForEver() {
        ShelfRun run = ShelfRun.of(new PlateModel(LEVEL, 7).step(5, -355).gap(6.1, 60), 50);

        assertThat(run.changes).isEmpty();
        assertThat(run.coming).containsOnlyKeys(List.of("P1"));
        assertThat(run.lastComing).isLessThan(ShelfRun.millis(12));
    }

    @Test
    void whatLeaksOverFromANeighbourThatStillMovesIsNotSeenComing() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 20).knows(2, 900).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -18))
                .with("P2", new PlateModel(LEVEL, 2).step(5, -900).press(5.1, 7, 300))
                .play(12);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P2");
        assertThat(run.coming).containsOnlyKeys(List.of("P2"));
    }

    @Test
    void aUnitBesideAPlateThatStillMovesIsSeenComing() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 355).knows(2, 900).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -355))
                .with("P2", new PlateModel(LEVEL, 2).press(4.8, 9, 300))
                .play(14);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P1");
        assertThat(run.coming.get(List.of("P1")).t()).isLessThan(ShelfRun.millis(7));
    }

    @Test
    void halfOfAUnitThatRestsOnTwoPlatesIsNotSeenComing() {
        ShopPlan plan = ShopPlan.narrow().knows(1, 355).plate("P1", 1).plate("P2", 1);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -215))
                .with("P2", new PlateModel(LEVEL, 2).step(5.05, -140).press(5.1, 6.2, 200))
                .play(12);

        assertThat(run.changes).hasSize(1);
        assertThat(run.coming).as("%s", run.coming).containsOnlyKeys(List.of("P1", "P2"));
    }

    @Test
    void whatIsSaidDoesNotDependOnWhetherAnybodyLookedAtWhatWasComing() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            PlateModel[] models = new PlateModel[6];
            for (int i = 0; i < models.length; i++) {
                models[i] = new PlateModel(LEVEL, seed * 10 + i % 3);
            }
            for (double t = 4; t < 40; t += 1 + 3 * random.nextDouble()) {
                int plate = random.nextInt(3);
                double grams = random.nextBoolean() ? -355 : 355;
                models[plate].step(t, grams);
                models[plate + 3].step(t, grams);
            }
            ShelfRun looked = new ShelfRun(plan());
            ShelfRun alone = new ShelfRun(plan()).unwatched();
            for (int i = 0; i < 3; i++) {
                looked.with("P" + i, models[i]);
                alone.with("P" + i, models[i + 3]);
            }

            assertThat(looked.play(45).changes)
                    .as("changes with seed %d", seed)
                    .isNotEmpty()
                    .isEqualTo(alone.play(45).changes);
            assertThat(looked.coming).isNotEmpty();
        }
    }

    private static ShopPlan plan() {
        return ShopPlan.narrow().knows(1, 355).plate("P0", 1).plate("P1", 1).plate("P2", 1);
    }
}
