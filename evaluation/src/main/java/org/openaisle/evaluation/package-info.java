/** How well the engine does: the contract's scores, replays of recordings, and the error budget. */
@NullMarked
package org.openaisle.evaluation;

import org.jspecify.annotations.NullMarked;
