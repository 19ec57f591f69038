package org.openaisle.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Who works for a retailer. */
@Component
class StaffTable {
    private static final int HANDLE_BYTES = 32;
    private static final String SELECT = """
            SELECT s.id, s.name, s.role, array(SELECT w.store_id FROM staff_store w WHERE w.staff_id = s.id) AS stores,
              EXISTS (SELECT FROM passkey p WHERE p.staff_id = s.id) AS has_passkey
            FROM staff s WHERE s.removed_at IS NULL\s""";

    private final TenantWork work;

    StaffTable(TenantWork work) {
        this.work = work;
    }

    List<StaffView> all(TenantId tenant) {
        return work.call(
                tenant,
                () -> work.sql(SELECT + "ORDER BY s.name, s.id")
                        .query(StaffTable::read)
                        .list());
    }

    Optional<StaffView> find(TenantId tenant, UUID id) {
        return work.call(
                tenant,
                () -> work.sql(SELECT + "AND s.id = ?")
                        .param(id)
                        .query(StaffTable::read)
                        .optional());
    }

    UUID add(TenantId tenant, StaffChange.Checked staff) {
        return work.call(tenant, () -> {
            UUID id = work.sql("INSERT INTO staff (handle, name, role, created_at) VALUES (?, ?, ?, ?) RETURNING id")
                    .params(
                            Secrets.random(HANDLE_BYTES),
                            staff.name(),
                            staff.role().id(),
                            work.now())
                    .query(UUID.class)
                    .single();
            addStores(id, staff.stores());
            return id;
        });
    }

    /** Changes somebody; with another role or other stores they sign in again. */
    void change(TenantId tenant, StaffView before, StaffChange.Checked staff) {
        work.run(tenant, () -> {
            work.sql("UPDATE staff SET name = ?, role = ? WHERE id = ?")
                    .params(staff.name(), staff.role().id(), before.id())
                    .update();
            work.sql("DELETE FROM staff_store WHERE staff_id = ?")
                    .param(before.id())
                    .update();
            addStores(before.id(), staff.stores());
            if (staff.role() != before.role() || !staff.stores().equals(before.stores())) {
                endSessions(before.id());
            }
            checkOwnerIsLeft();
        });
    }

    /** Removes somebody: from now on they are signed in nowhere, and nothing that they hold is good. */
    void remove(TenantId tenant, UUID id, SignInCodes codes) {
        work.run(tenant, () -> {
            work.sql("UPDATE staff SET removed_at = ? WHERE id = ?")
                    .params(work.now(), id)
                    .update();
            work.sql("DELETE FROM passkey WHERE staff_id = ?").param(id).update();
            codes.revoke(id);
            endSessions(id);
            checkOwnerIsLeft();
        });
    }

    private void addStores(UUID staff, Set<UUID> stores) {
        try {
            stores.forEach(store -> work.sql("INSERT INTO staff_store (staff_id, store_id) VALUES (?, ?)")
                    .params(staff, store)
                    .update());
        } catch (DataIntegrityViolationException e) {
            throw Refused.unprocessable("stores names one that is not there.");
        }
    }

    private void endSessions(UUID staff) {
        work.sql("DELETE FROM staff_session WHERE staff_id = ?").param(staff).update();
    }

    /** Two owners who remove each other wait for one another here. */
    private void checkOwnerIsLeft() {
        List<UUID> owners = work.sql(
                        "SELECT id FROM staff WHERE role = 'owner' AND removed_at IS NULL ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list();
        if (owners.isEmpty()) {
            throw Refused.conflict("The last owner stays. Make somebody else an owner first.");
        }
    }

    private static StaffView read(ResultSet row, int number) throws SQLException {
        return new StaffView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                StaffRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Set.of((UUID[]) row.getArray("stores").getArray()),
                row.getBoolean("has_passkey"));
    }
}
