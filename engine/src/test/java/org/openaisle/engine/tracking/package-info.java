@NullMarked
package org.openaisle.engine.tracking;

import org.jspecify.annotations.NullMarked;
