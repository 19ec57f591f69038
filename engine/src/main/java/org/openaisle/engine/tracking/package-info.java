/** Detections of many cameras become people on the floor: who came in with whom, where everybody is, where their wrists are. */
@NullMarked
package org.openaisle.engine.tracking;

import org.jspecify.annotations.NullMarked;
