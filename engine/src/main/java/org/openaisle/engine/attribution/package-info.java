/** Who holds what: weight changes, hands and readings become joint hypotheses over carts and plates. */
@NullMarked
package org.openaisle.engine.attribution;

import org.jspecify.annotations.NullMarked;
