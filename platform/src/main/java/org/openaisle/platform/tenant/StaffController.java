package org.openaisle.platform.tenant;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works for the retailer, and their first way in. */
@RestController
class StaffController {
    private final StaffTable staff;
    private final SignInCodes codes;

    StaffController(StaffTable staff, SignInCodes codes) {
        this.staff = staff;
        this.codes = codes;
    }

    @GetMapping("/api/v1/staff")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR})
    List<StaffView> all(StaffCaller caller) {
        return staff.all(caller.tenant()).stream()
                .filter(one -> StaffRules.maySee(caller, one))
                .toList();
    }

    @PostMapping("/api/v1/staff")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    ResponseEntity<StaffView> add(StaffCaller caller, @RequestBody StaffChange change) {
        StaffChange.Checked checked = change.checked();
        StaffRules.check(caller, checked);
        UUID id = staff.add(caller.tenant(), checked);
        return ResponseEntity.created(URI.create("/api/v1/staff/" + id))
                .body(new StaffView(id, checked.name(), checked.role(), checked.stores(), false));
    }

    @GetMapping("/api/v1/staff/{id}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR})
    StaffView one(StaffCaller caller, @PathVariable UUID id) {
        return staff.find(caller.tenant(), id)
                .filter(one -> StaffRules.maySee(caller, one))
                .orElseThrow(() -> Refused.notFound("staff member"));
    }

    @PutMapping("/api/v1/staff/{id}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    StaffView change(StaffCaller caller, @PathVariable UUID id, @RequestBody StaffChange change) {
        StaffView before = managed(caller, id);
        StaffChange.Checked checked = change.checked();
        StaffRules.check(caller, checked);
        staff.change(caller.tenant(), before, checked);
        return new StaffView(id, checked.name(), checked.role(), checked.stores(), before.hasPasskey());
    }

    @DeleteMapping("/api/v1/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    void remove(StaffCaller caller, @PathVariable UUID id) {
        staff.remove(caller.tenant(), managed(caller, id).id(), codes);
    }

    /** A code for somebody who has no passkey yet, or none any more. */
    @PostMapping("/api/v1/staff/{id}/sign-in-codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    SignInCodes.Made signInCode(StaffCaller caller, @PathVariable UUID id) {
        return codes.make(caller.tenant(), managed(caller, id).id());
    }

    private StaffView managed(StaffCaller caller, UUID id) {
        return staff.find(caller.tenant(), id)
                .filter(one -> StaffRules.mayManage(caller, one.role(), one.stores()))
                .orElseThrow(() -> Refused.notFound("staff member that you look after"));
    }
}
