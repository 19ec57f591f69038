/** The receipt is a decision of least expected loss over what the cart may hold, not a maximum. */
@NullMarked
package org.openaisle.engine.receipt;

import org.jspecify.annotations.NullMarked;
