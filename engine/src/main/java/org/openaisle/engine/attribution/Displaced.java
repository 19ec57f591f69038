package org.openaisle.engine.attribution;

/** A good that does not belong on the plate of {@code holder}. */
record Displaced(Good good, int holder) {}
