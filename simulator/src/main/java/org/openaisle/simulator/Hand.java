package org.openaisle.simulator;

/** Which hand. */
enum Hand {
    ANY,
    LEFT,
    RIGHT
}
