/** Samples of plates become weight changes: settled steps, with what is known of their size and time. */
@NullMarked
package org.openaisle.engine.shelf;

import org.jspecify.annotations.NullMarked;
