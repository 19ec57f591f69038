package org.openaisle.platform.tenant;

import java.util.UUID;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.DeviceCaller;
import org.openaisle.platform.web.DeviceKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a device what it is: the first thing to ask after enrolling, and when tokens are refused. */
@RestController
class DeviceSelfController {
    /** What a device is to the platform. */
    record Self(UUID device, UUID store, String kind) {}

    @GetMapping("/api/v1/devices/me")
    @Allowed(devices = {DeviceKind.STORE_NODE, DeviceKind.GATE, DeviceKind.KIOSK})
    Self self(DeviceCaller caller) {
        return new Self(caller.device(), caller.store(), caller.kind().id());
    }
}
