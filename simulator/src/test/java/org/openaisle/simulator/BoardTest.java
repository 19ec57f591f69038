package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Fixture;
import org.openaisle.model.Plate;
import org.openaisle.model.Shelf;

class BoardTest {
    private final SimulationParameters parameters = SimulationParameters.of(StoreKind.KIOSK, Mix.CALM);

    private Board board(long seed) {
        Fixture fixture = Premises.build(parameters, 1).store().fixtures().get(0);
        Shelf shelf = fixture.shelves().get(0);
        Plate plate = shelf.plates().get(0);
        Board board =
                new Board(0, 0, fixture, shelf, plate, new int[] {0}, parameters.scales(), Dice.of(seed, "board"));
        board.fill(List.of(new Unit(0, 500), new Unit(0, 501)));
        return board;
    }

    @Test
    void settlesToTheWeightOfWhatIsLeft() {
        for (long seed = 0; seed < 20; seed++) {
            Board board = board(seed);
            Unit taken = board.goods.get(0);
            board.push(new Force.Press(0, 300, 80));
            board.remove(taken);
            board.push(new Force.Lift(300, 250, taken.grams));
            double least = Double.POSITIVE_INFINITY;
            for (long now = 0; now < 4_000; now += 10) {
                board.tick(now);
                least = Math.min(least, board.shown());
            }
            assertThat(board.shown()).as("seed %d", seed).isCloseTo(501, within(0.05));
            assertThat(least)
                    .as("rings no lower than a light plate can, seed %d", seed)
                    .isGreaterThan(300);
        }
    }

    @Test
    void knocksLeaveNothingBehind() {
        Board board = board(7);
        board.push(new Force.Knock(0, 120, 3, 300));
        double most = 0;
        for (long now = 0; now < 6_000; now += 10) {
            board.tick(now);
            most = Math.max(most, Math.abs(board.shown() - 1001));
        }
        assertThat(most).isGreaterThan(10);
        assertThat(board.shown()).isCloseTo(1001, within(0.05));
    }
}
