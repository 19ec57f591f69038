/** Telling a platform what an engine says: events, the device that signs them, and a delivery that loses and doubles nothing. */
@NullMarked
package org.openaisle.app.tell;

import org.jspecify.annotations.NullMarked;
