/** What stores tell: the inbox of events, visits and their states, live carts, decided lines, alerts. */
@ApplicationModule(displayName = "Visits")
@NullMarked
package org.openaisle.platform.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
