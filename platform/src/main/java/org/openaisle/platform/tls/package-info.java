/** The secure context that browsers want: certificates of an authority of the platform's own, or the operator's. */
@ApplicationModule(displayName = "Certificates")
@NullMarked
package org.openaisle.platform.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
