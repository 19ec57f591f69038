package org.openaisle.platform.tenant;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.SessionCookie;
import org.openaisle.platform.web.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A retailer in a {@link TestPlatform}, and everybody who works for it. */
public final class TestRetailer {
    private final TestPlatform platform;
    private final TenantId tenant;

    private TestRetailer(TestPlatform platform, TenantId tenant) {
        this.platform = platform;
        this.tenant = tenant;
    }

    /** To be had from {@link TestPlatform#newRetailer}. */
    public static TestRetailer make(TestPlatform platform, String name) {
        TestRetailer retailer = new TestRetailer(platform, new TenantId(UUID.randomUUID()));
        retailer.inTransaction(() -> retailer.database()
                .sql("INSERT INTO tenant (id, name) VALUES (?, ?)")
                .params(retailer.tenant.value(), name)
                .update());
        return retailer;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Adds a store in Berlin that sells for euros. */
    public UUID newStore(String name) {
        return platform.bean(Transactions.class)
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database()
                                .sql(
                                        "INSERT INTO store (name, time_zone, currency) VALUES (?, 'Europe/Berlin', 'EUR') RETURNING id")
                                .param(name)
                                .query(UUID.class)
                                .single());
    }

    /** Adds somebody with this role, who works in these stores. */
    public UUID newStaff(StaffRole role, UUID... stores) {
        return platform.bean(Transactions.class).call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            UUID id = database()
                    .sql("INSERT INTO staff (handle, name, role) VALUES (?, ?, ?) RETURNING id")
                    .params(Secrets.random(32), "Some " + role.id(), role.id())
                    .query(UUID.class)
                    .single();
            for (UUID store : stores) {
                database()
                        .sql("INSERT INTO staff_store (staff_id, store_id) VALUES (?, ?)")
                        .params(List.of(id, store))
                        .update();
            }
            return id;
        });
    }

    /** Adds somebody with this role, who works in these stores and is signed in. */
    public Wire staff(StaffRole role, UUID... stores) {
        return signedIn(newStaff(role, stores));
    }

    /** Signs somebody in. */
    public Wire signedIn(UUID staff) {
        return platform.as(session(staff));
    }

    /** Adds somebody with this role and returns what their requests show. */
    public Wire.Credential session(StaffRole role, UUID... stores) {
        return session(newStaff(role, stores));
    }

    private Wire.Credential session(UUID staff) {
        String token = platform.bean(StaffSessions.class).begin(tenant, staff);
        return (request, method, path) -> request.header("Cookie", SessionCookie.NAME + "=" + token)
                .header(SessionCookie.CSRF_HEADER, SessionCookie.csrfToken(token));
    }

    /** Adds a device to a store; it signs each of its requests. */
    public Wire device(DeviceKind kind, UUID store) {
        return platform.as(newDevice(kind, store));
    }

    /** Adds a device to a store and returns its key and id. */
    public TestDevice newDevice(DeviceKind kind, UUID store) {
        try {
            TestDevice device = TestDevice.withNewKey(platform.clock());
            return platform.bean(Transactions.class)
                    .call(
                            Access.to(tenant, Purpose.OPERATIONS),
                            () -> device.enrolledAs(platform.bean(Devices.class)
                                    .add(store, kind, "Some " + kind.id(), device.publicKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inTransaction(Runnable work) {
        platform.bean(Transactions.class).run(Access.to(tenant, Purpose.OPERATIONS), work);
    }

    private JdbcClient database() {
        return platform.bean(JdbcClient.class);
    }
}
