/** A store that does not exist: observations as its sensors would make them, and what really happened. */
@NullMarked
package org.openaisle.simulator;

import org.jspecify.annotations.NullMarked;
