/** Load for a platform on this machine, and what its database does without the platform, to compare with. */
@NullMarked
package org.openaisle.app.load;

import org.jspecify.annotations.NullMarked;
