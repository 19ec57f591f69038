package org.openaisle.platform.tenant;

import java.security.interfaces.ECPublicKey;
import org.openaisle.platform.web.Caller.DeviceCaller;

/** A device that is enrolled, with the key that it signs with. */
record KnownDevice(DeviceCaller caller, ECPublicKey key) {}
