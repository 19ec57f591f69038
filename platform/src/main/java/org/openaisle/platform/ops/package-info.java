/** How the platform is run: health, metrics, logs, limits, headers. */
@ApplicationModule(displayName = "Operations")
@NullMarked
package org.openaisle.platform.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
