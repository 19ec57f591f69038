/** Retailers, their stores, staff and devices; who signs in and what they may do. */
@ApplicationModule(displayName = "Tenants")
@NullMarked
package org.openaisle.platform.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
