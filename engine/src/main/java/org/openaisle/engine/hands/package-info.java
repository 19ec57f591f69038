/** Who could have reached that plate, when: wrists and bodies against the volume above a plate. */
@NullMarked
package org.openaisle.engine.hands;

import org.jspecify.annotations.NullMarked;
