/** Keys, one key-encryption key for each use, and envelopes sealed under them. */
@ApplicationModule(displayName = "Keys")
@NullMarked
package org.openaisle.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
