/** The folder on disk that holds all that a platform must not lose. */
@ApplicationModule(displayName = "Data folder")
@NullMarked
package org.openaisle.platform.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
