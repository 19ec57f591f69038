package org.openaisle.platform.tenant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A store's devices: made known by a code, and known by their key from then on. */
@RestController
class DeviceController {
    private final Devices devices;
    private final Enrolment enrolment;

    DeviceController(Devices devices, Enrolment enrolment) {
        this.devices = devices;
        this.enrolment = enrolment;
    }

    @GetMapping("/api/v1/stores/{store}/devices")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR})
    List<DeviceView> all(StaffCaller caller, @PathVariable UUID store) {
        return devices.all(caller.tenant(), store);
    }

    @DeleteMapping("/api/v1/stores/{store}/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    void revoke(StaffCaller caller, @PathVariable UUID store, @PathVariable UUID id) {
        if (!devices.revoke(caller.tenant(), store, id)) {
            throw Refused.notFound("device in this store that is enrolled");
        }
    }

    /** What is to be enrolled. */
    record NewDevice(@Nullable String kind, @Nullable String name) {}

    @PostMapping("/api/v1/stores/{store}/enrolment-codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    Enrolment.Made code(StaffCaller caller, @PathVariable UUID store, @RequestBody NewDevice device) {
        return enrolment.makeCode(caller, store, device.kind(), device.name());
    }

    /** A device's first request. */
    record NewKey(@Nullable String code, byte @Nullable [] publicKey) {}

    @PostMapping("/api/v1/devices/enrol")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(anybody = true, bodyBytes = 4096)
    Enrolment.Enrolled enrol(@RequestBody NewKey key) {
        return enrolment.enrol(key.code() == null ? "" : key.code(), key.publicKey());
    }
}
