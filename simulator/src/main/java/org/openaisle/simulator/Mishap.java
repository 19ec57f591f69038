package org.openaisle.simulator;

import java.util.List;

/**
 * A sensor that fails in a script, for a while.
 *
 * @param products on whose plates; none: cameras
 * @param cameras which, counted from 1
 */
record Mishap(List<String> products, List<Integer> cameras, Scale.Fault fault, long from, long until) {}
