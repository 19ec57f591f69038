/** What a store sells: products, prices, promotions, planogram, settings, and the configuration that store nodes fetch. */
@ApplicationModule(displayName = "Catalogue")
@NullMarked
package org.openaisle.platform.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
