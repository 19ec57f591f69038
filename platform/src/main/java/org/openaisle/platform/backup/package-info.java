/** Backup of the whole database with the keys beside it, and the way back. */
@ApplicationModule(displayName = "Backup")
@NullMarked
package org.openaisle.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
