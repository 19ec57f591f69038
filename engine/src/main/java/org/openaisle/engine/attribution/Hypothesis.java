package org.openaisle.engine.attribution;

import java.io.Serializable;

/**
 * One joint account of a cluster.
 *
 * @param logWeight relative to the cluster's other hypotheses
 * @param choices for each of the cluster's incidents the index of its explanation
 */
record Hypothesis(double logWeight, Contents contents, int[] choices) implements Serializable {}
