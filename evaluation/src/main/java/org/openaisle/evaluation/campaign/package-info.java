/**
 * The engine on many simulated recordings that nobody tunes on: how good it is beyond the samples, and how much that depends on each of
 * its parameters.
 */
@NullMarked
package org.openaisle.evaluation.campaign;

import org.jspecify.annotations.NullMarked;
