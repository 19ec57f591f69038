/** What stands behind the stores. Each package beside this one is a module with a name of the business. */
@NullMarked
package org.openaisle.platform;

import org.jspecify.annotations.NullMarked;
