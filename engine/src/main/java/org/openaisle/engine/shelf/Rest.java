package org.openaisle.engine.shelf;

import java.io.Serializable;

/**
 * A moment within a disturbance at which the plate nearly came to rest: one hand was done and the next had not begun.
 *
 * @param grams how far the weight was from the level before
 */
record Rest(long from, long to, double grams, double sigmaGrams) implements Serializable {}
