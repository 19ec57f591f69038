package org.openaisle.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys that staff have registered. */
@Component
final class PasskeyRecords implements UserCredentialRepository {
    private static final String SELECT = """
            SELECT p.*, s.handle FROM passkey p JOIN staff s ON s.id = p.staff_id WHERE s.removed_at IS NULL AND\s""";

    private final TenantWork work;
    private final PasskeyUsers users;

    PasskeyRecords(TenantWork work, PasskeyUsers users) {
        this.work = work;
        this.users = users;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        Optional<TenantId> tenant = work.lookUp(() -> work.sql("SELECT tenant_id FROM passkey WHERE credential_id = ?")
                .param(credential.getBytes())
                .query(UUID.class)
                .optional()
                .map(TenantId::new));
        return tenant.flatMap(of -> work.call(
                        of,
                        () -> work.sql(SELECT + "p.credential_id = ?")
                                .param(credential.getBytes())
                                .query(PasskeyRecords::read)
                                .optional()))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return users.ofHandle(handle.getBytes())
                .map(known -> of(known.tenant(), known.staff()))
                .orElse(List.of());
    }

    List<CredentialRecord> of(TenantId tenant, UUID staff) {
        return work.call(
                tenant,
                () -> work.sql(SELECT + "p.staff_id = ? ORDER BY p.created_at")
                        .param(staff)
                        .query(PasskeyRecords::read)
                        .list());
    }

    @Override
    public void save(CredentialRecord record) {
        PasskeyUsers.Known owner = users.ofHandle(record.getUserEntityUserId().getBytes())
                .orElseThrow(() -> new IllegalArgumentException("the passkey's owner was removed meanwhile"));
        work.run(
                owner.tenant(),
                () -> work.sql("""
                INSERT INTO passkey (credential_id, staff_id, public_key, signature_count, user_verified, backup_eligible,
                  backed_up, transports, attestation, client_data, label, created_at, last_used_at)
                VALUES (:id, :staff, :key, :count, :verified, :eligible, :backed, :transports, :attestation, :client, :label,
                  :created, :used)
                ON CONFLICT (tenant_id, credential_id) DO UPDATE SET signature_count = excluded.signature_count,
                  user_verified = excluded.user_verified, backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
                WHERE passkey.staff_id = excluded.staff_id""")
                        .param("id", record.getCredentialId().getBytes())
                        .param("staff", owner.staff())
                        .param("key", record.getPublicKey().getBytes())
                        .param("count", record.getSignatureCount())
                        .param("verified", record.isUvInitialized())
                        .param("eligible", record.isBackupEligible())
                        .param("backed", record.isBackupState())
                        .param("transports", transports(record.getTransports()))
                        .param("attestation", bytes(record.getAttestationObject()))
                        .param("client", bytes(record.getAttestationClientDataJSON()))
                        .param("label", record.getLabel())
                        .param("created", record.getCreated().atOffset(ZoneOffset.UTC))
                        .param("used", record.getLastUsed().atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public void delete(Bytes credential) {
        throw new IllegalStateException("a passkey is deleted for the one who has it");
    }

    /** Deletes one of somebody's passkeys; false when they have none of this id. */
    boolean delete(TenantId tenant, UUID staff, byte[] credential) {
        return work.call(
                        tenant,
                        () -> work.sql("DELETE FROM passkey WHERE staff_id = ? AND credential_id = ?")
                                .params(staff, credential)
                                .update())
                == 1;
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        Instant used = TenantWork.instantOrNull(row, "last_used_at");
        Instant created = TenantWork.instant(row, "created_at");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream(row.getString("transports").split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(created)
                .lastUsed(used == null ? created : used)
                .build();
    }
}
