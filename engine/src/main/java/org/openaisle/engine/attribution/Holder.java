package org.openaisle.engine.attribution;

/**
 * Numbers for what can hold goods that are kept count of: a party's cart, or a plate on which something does not belong.
 * What stands on its own plate, what staff carry and what is outside is {@link #ELSEWHERE}: there is always enough of it.
 */
final class Holder {
    static final int ELSEWHERE = -1;

    private Holder() {}

    static int cart(int party) {
        return 2 * party;
    }

    static int plate(int plate) {
        return 2 * plate + 1;
    }
}
