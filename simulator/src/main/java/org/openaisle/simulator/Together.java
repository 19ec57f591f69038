package org.openaisle.simulator;

import org.openaisle.model.Truth;

/** Two who reach for the same plate at the same moment: both wait there until the other has come, or for as long as patience lasts. */
final class Together {
    private static final long PATIENCE = 9_000;
    final Board board;
    private int there;

    Together(Board board) {
        this.board = board;
    }

    /** What each of the two does: the first takes, the other takes too or puts something back. */
    void plan(Person who, World world, int product, double aside) {
        Unit own = null;
        for (Unit u : who.cart) {
            own = board.belongs(u.product) ? u : own;
        }
        Activity reach = own != null && who.dice.chance(0.5)
                ? new Reach.Put(board, own, false)
                : new Reach.Pick(board, product, 1, Truth.Kind.TAKE);
        world.next(who, new Approach(board, aside), new Wait(), reach);
    }

    private final class Wait implements Activity {
        private long since = -1;

        @Override
        public boolean step(Person who, World world, long now) {
            if (since < 0) {
                since = now;
                there++;
            }
            who.turnTo(board.middle());
            return there >= 2 || now - since > PATIENCE;
        }
    }
}
