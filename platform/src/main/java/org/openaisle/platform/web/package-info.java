/** What every answer over the wire has in common: who asks, how a refusal is said, how much may come at once. */
@ApplicationModule(displayName = "Web")
@NullMarked
package org.openaisle.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
