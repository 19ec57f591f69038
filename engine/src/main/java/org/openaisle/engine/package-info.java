/** Who took what: observations in event order become carts and receipts. A pure function of what it is told. */
@NullMarked
package org.openaisle.engine;

import org.jspecify.annotations.NullMarked;
