/** Where plates are and what stands on them, as it is now. */
@NullMarked
package org.openaisle.engine.layout;

import org.jspecify.annotations.NullMarked;
