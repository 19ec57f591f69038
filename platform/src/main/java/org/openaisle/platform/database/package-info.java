/** PostgreSQL: the server, who connects as whom, and the one place where a transaction learns its tenant and its rights. */
@ApplicationModule(displayName = "Database")
@NullMarked
package org.openaisle.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
