package org.openaisle.engine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final long SEED = 7;

    @Test
    void isAsCheapAsTheBestOfAllPermutations() {
        System.out.println("AssignmentTest seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 2000; round++) {
            int rows = 1 + random.nextInt(5);
            int columns = rows + random.nextInt(3);
            double[] cost = new double[rows * columns];
            for (int i = 0; i < cost.length; i++) {
                // Small integers make ties, and 1e6 stands for what cannot be.
                cost[i] = random.nextInt(8) == 0 ? 1e6 : random.nextInt(6) - 3 + (round % 2) * random.nextDouble();
            }
            int[] chosen = Assignment.solve(cost, rows, columns);
            assertThat(Arrays.stream(chosen).distinct().count()).isEqualTo(rows);
            double total = 0;
            for (int r = 0; r < rows; r++) {
                total += cost[r * columns + chosen[r]];
            }
            assertThat(total).isCloseTo(cheapest(cost, rows, columns, 0, 0), within(1e-6));
        }
    }

    @Test
    void choosesTheSameForTheSameProblem() {
        double[] ties = {1, 1, 1, 1, 1, 1};
        assertThat(Assignment.solve(ties, 2, 3)).isEqualTo(Assignment.solve(ties, 2, 3));
    }

    @Test
    void refusesMoreRowsThanColumns() {
        assertThatThrownBy(() -> Assignment.solve(new double[6], 3, 2))
                .hasMessageContaining("3")
                .hasMessageContaining("2");
    }

    private static double cheapest(double[] cost, int rows, int columns, int row, int used) {
        if (row == rows) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int c = 0; c < columns; c++) {
            if ((used & 1 << c) == 0) {
                best = Math.min(best, cost[row * columns + c] + cheapest(cost, rows, columns, row + 1, used | 1 << c));
            }
        }
        return best;
    }
}
