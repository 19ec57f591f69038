package org.openaisle.simulator;

/** One thing for sale, with its own weight. It is somewhere, always, and only in one place: on a plate, in a cart, sold, in the back room. */
final class Unit {
    final int product;
    final double grams;

    Unit(int product, double grams) {
        this.product = product;
        this.grams = grams;
    }
}
