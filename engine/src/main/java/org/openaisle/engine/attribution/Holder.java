package org.openaisle.engine.attribution;

/**
 * Numbers for what can hold goods that are kept count of: a party's cart, a plate on which something does not belong,
 * or a plate's debt: goods that were taken from it without its feeling it, which it will miss when it feels again.
 * What stands on its own plate, what staff carry and what is outside is {@link #ELSEWHERE}: there is always enough of it.
 */
final class Holder {
    static final int ELSEWHERE = -1;

    private Holder() {}

    static int cart(int party) {
        return 3 * party;
    }

    static int plate(int plate) {
        return 3 * plate + 1;
    }

    static int debt(int plate) {
        return 3 * plate + 2;
    }

    static boolean isDebt(int holder) {
        return holder >= 0 && holder % 3 == 2;
    }
}
