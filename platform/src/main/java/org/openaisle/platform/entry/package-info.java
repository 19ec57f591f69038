/** What gates need: the keys of entry codes, and whom not to let in. */
@ApplicationModule(displayName = "Entry")
@NullMarked
package org.openaisle.platform.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
