package org.openaisle.platform.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.StaffRole;
import org.springframework.stereotype.Component;

/** The first way in: codes for owners of retailers in which nobody has a passkey, to be printed where the platform is started. */
@Component
public class FirstSignIn {
    private final TenantWork work;
    private final StaffTable staff;
    private final SignInCodes codes;
    private final RetailerProperties properties;

    FirstSignIn(TenantWork work, StaffTable staff, SignInCodes codes, RetailerProperties properties) {
        this.work = work;
        this.staff = staff;
        this.codes = codes;
        this.properties = properties;
    }

    /** How an owner gets in. */
    public record Invitation(String retailer, String code) {}

    /**
     * Makes the retailers that were asked for and are not there, or one where there is none at all, and a code for an owner of each in which
     * nobody has a passkey.
     */
    public List<Invitation> invitations() {
        List<String> names =
                find("SELECT id FROM tenant").stream().map(this::name).toList();
        properties.retailers().stream()
                .filter(wanted -> !names.contains(wanted))
                .forEach(this::make);
        if (names.isEmpty() && properties.retailers().isEmpty()) {
            make("My shop");
        }
        List<Invitation> all = new ArrayList<>();
        for (TenantId tenant : find(
                "SELECT id FROM tenant WHERE closed_at IS NULL AND NOT EXISTS (SELECT FROM passkey WHERE tenant_id = tenant.id)")) {
            firstOwner(tenant, all);
        }
        all.sort(Comparator.comparing(Invitation::retailer));
        return all;
    }

    private String name(TenantId tenant) {
        return work.call(
                tenant,
                () -> work.sql("SELECT name FROM tenant").query(String.class).single());
    }

    private void firstOwner(TenantId tenant, List<Invitation> all) {
        String name = name(tenant);
        staff.all(tenant).stream()
                .filter(one -> one.role() == StaffRole.OWNER)
                .findFirst()
                .ifPresent(owner -> all.add(
                        new Invitation(name, codes.make(tenant, owner.id()).code())));
    }

    /** Adds a retailer with an owner. */
    void make(String name) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        work.run(tenant, () -> {
            work.sql("INSERT INTO tenant (id, name, created_at) VALUES (?, ?, ?)")
                    .params(tenant.value(), name, work.now())
                    .update();
            staff.add(tenant, new StaffChange.Checked("Owner", StaffRole.OWNER, Set.of()));
        });
    }

    private List<TenantId> find(String sql) {
        return work.lookUp(() -> work.sql(sql).query(UUID.class).list()).stream()
                .map(TenantId::new)
                .toList();
    }
}
