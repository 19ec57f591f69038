package org.openaisle.platform.tenant;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The retailer's stores. */
@RestController
class StoreController {
    private final StoreTable stores;

    StoreController(StoreTable stores) {
        this.stores = stores;
    }

    /** The stores that the caller works in. */
    @GetMapping("/api/v1/stores")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    List<StoreView> all(StaffCaller caller) {
        return stores.all(caller.tenant()).stream()
                .filter(store -> caller.reaches(store.id()))
                .toList();
    }

    @PostMapping("/api/v1/stores")
    @Allowed(staff = StaffRole.OWNER)
    ResponseEntity<StoreView> add(StaffCaller caller, @RequestBody StoreChange change) {
        StoreView store = stores.add(caller.tenant(), change.checked());
        return ResponseEntity.created(URI.create("/api/v1/stores/" + store.id()))
                .body(store);
    }

    @GetMapping("/api/v1/stores/{store}")
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR},
            devices = {DeviceKind.STORE_NODE, DeviceKind.GATE, DeviceKind.KIOSK})
    StoreView one(Caller caller, @PathVariable UUID store) {
        return stores.one(caller.tenant(), store);
    }

    @PutMapping("/api/v1/stores/{store}")
    @Allowed(staff = StaffRole.OWNER)
    StoreView change(StaffCaller caller, @PathVariable UUID store, @RequestBody StoreChange change) {
        return stores.change(caller.tenant(), store, change.checked());
    }
}
