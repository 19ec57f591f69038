package org.openaisle.platform.tenant;

import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;

/** Who may look after whom: an owner after everybody, a manager after associates and reviewers of the manager's own stores. */
final class StaffRules {
    private StaffRules() {}

    static boolean mayManage(StaffCaller caller, StaffRole role, Set<UUID> stores) {
        return switch (caller.role()) {
            case OWNER -> true;
            case MANAGER ->
                (role == StaffRole.ASSOCIATE || role == StaffRole.REVIEWER)
                        && !stores.isEmpty()
                        && caller.stores().containsAll(stores);
            case ASSOCIATE, REVIEWER, AUDITOR -> false;
        };
    }

    /** Refused when the caller may not have somebody with this role in these stores. */
    static void check(StaffCaller caller, StaffChange.Checked change) {
        if (!mayManage(caller, change.role(), change.stores())) {
            throw Refused.forbidden(
                    "A manager looks after associates and reviewers who work in the manager's stores only.");
        }
    }

    /** Whom the caller may see: whoever may be managed, oneself, and for an auditor everybody. */
    static boolean maySee(StaffCaller caller, StaffView staff) {
        return caller.role() == StaffRole.AUDITOR
                || caller.staff().equals(staff.id())
                || mayManage(caller, staff.role(), staff.stores());
    }
}
