package org.openaisle.platform.tenant;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Staff as authenticators know them: by a random handle. */
@Component
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final TenantWork work;

    PasskeyUsers(TenantWork work) {
        this.work = work;
    }

    /** Somebody who has not been removed. */
    record Known(TenantId tenant, UUID staff) {
        /** As which Spring asks for them. */
        String username() {
            return tenant + "/" + staff;
        }
    }

    /** Whose handle this is. */
    Optional<Known> ofHandle(byte[] handle) {
        return work.lookUp(() -> work.sql("""
                SELECT s.tenant_id, s.id FROM staff s JOIN tenant t ON t.id = s.tenant_id
                WHERE s.handle = ? AND s.removed_at IS NULL AND t.closed_at IS NULL""")
                .param(handle)
                .query((row, number) -> new Known(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class)))
                .optional());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return ofHandle(handle.getBytes()).flatMap(this::load).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        int slash = username.indexOf('/');
        TenantId tenant = new TenantId(UUID.fromString(username.substring(0, slash)));
        return load(new Known(tenant, UUID.fromString(username.substring(slash + 1))))
                .orElse(null);
    }

    private Optional<PublicKeyCredentialUserEntity> load(Known known) {
        return work.call(
                known.tenant(),
                () -> work.sql("SELECT handle, name FROM staff WHERE id = ? AND removed_at IS NULL")
                        .param(known.staff())
                        .query((row, number) ->
                                (PublicKeyCredentialUserEntity) ImmutablePublicKeyCredentialUserEntity.builder()
                                        .id(new Bytes(row.getBytes("handle")))
                                        .name(row.getString("name"))
                                        .displayName(row.getString("name"))
                                        .build())
                        .optional());
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new IllegalStateException("staff are added by those who look after them, not by registering a passkey");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("staff are removed by those who look after them");
    }
}
