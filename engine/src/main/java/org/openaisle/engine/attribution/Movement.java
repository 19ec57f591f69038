package org.openaisle.engine.attribution;

import java.io.Serializable;

/** Units of one good go from one {@link Holder} to another. */
record Movement(int good, int units, int from, int to) implements Serializable {}
