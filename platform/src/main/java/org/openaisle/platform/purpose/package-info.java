/** What personal data is used for: the purposes, and the words in which every field declares itself. */
@ApplicationModule(displayName = "Purposes")
@NullMarked
package org.openaisle.platform.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
