package org.openaisle.platform.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.StaffRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The retailer that the caller works for; there is no way to name another one. */
@RestController
class TenantController {
    private static final int LONGEST_NAME = 200;

    private final TenantWork work;

    TenantController(TenantWork work) {
        this.work = work;
    }

    /** A retailer. */
    record Tenant(UUID id, String name) {}

    /** What an owner may change of it. */
    record TenantChange(@Nullable String name) {}

    @GetMapping("/api/v1/tenant")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER, StaffRole.AUDITOR})
    Tenant mine(StaffCaller caller) {
        String name = work.call(
                caller.tenant(),
                () -> work.sql("SELECT name FROM tenant").query(String.class).single());
        return new Tenant(caller.tenant().value(), name);
    }

    @PutMapping("/api/v1/tenant")
    @Allowed(staff = StaffRole.OWNER)
    Tenant rename(StaffCaller caller, @RequestBody TenantChange change) {
        String name = Names.checked("name", change.name(), LONGEST_NAME);
        work.run(
                caller.tenant(),
                () -> work.sql("UPDATE tenant SET name = ? WHERE id = ?")
                        .params(name, caller.tenant().value())
                        .update());
        return new Tenant(caller.tenant().value(), name);
    }
}
