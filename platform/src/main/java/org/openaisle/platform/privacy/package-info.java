/** Retention, the record of access, and the catalogue of all personal fields put together. */
@ApplicationModule(displayName = "Privacy")
@NullMarked
package org.openaisle.platform.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
