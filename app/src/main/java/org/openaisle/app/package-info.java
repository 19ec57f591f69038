/** The command line. */
@NullMarked
package org.openaisle.app;

import org.jspecify.annotations.NullMarked;
