package org.openaisle.platform.entry;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.openaisle.platform.catalog.ConfigurationPart;
import org.openaisle.platform.catalog.Settings;
import org.openaisle.platform.catalog.StoreSettings;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.keys.KeyedHashes;

/** What gates need to let people in without asking: keys of codes, whom not to let in, how many on one code. */
final class EntryPart implements ConfigurationPart {
    record Content(List<Key> keys, List<HashKey> hashKeys, List<Denied> denied, int largestParty, long codeSeconds) {}

    /** Of entry codes; the key is X.509 SubjectPublicKeyInfo in base64. */
    record Key(String id, String algorithm, String publicKey, String validFrom, String validUntil) {}

    /** With which gates hash what a code says about its holder (HMAC-SHA256), to look it up. */
    record HashKey(String id, String key) {}

    record Denied(String hashKey, String hash, String until) {}

    private final EntryKeys keys;
    private final Denials denials;
    private final KeyedHashes hashes;
    private final Settings settings;
    private final Clock clock;

    EntryPart(EntryKeys keys, Denials denials, KeyedHashes hashes, Settings settings, Clock clock) {
        this.keys = keys;
        this.denials = denials;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "entry";
    }

    @Override
    public Content content(TenantId tenant, UUID store) {
        Base64.Encoder base64 = Base64.getEncoder();
        List<Denials.Denial> denied = denials.list(tenant);
        StoreSettings rules = settings.of(tenant, store);
        return new Content(
                keys.shown(tenant, clock.instant()).stream()
                        .map(key -> new Key(
                                key.id().toString(),
                                "Ed25519",
                                base64.encodeToString(key.publicKey()),
                                key.validFrom().toString(),
                                key.validUntil().toString()))
                        .toList(),
                denied.stream()
                        .map(Denials.Denial::keyId)
                        .distinct()
                        .sorted()
                        .map(id -> hashes.key(KeyUse.OPERATIONS, Denials.PLACE, id))
                        .map(key -> new HashKey(key.id().toString(), base64.encodeToString(key.key())))
                        .toList(),
                denied.stream()
                        .map(one -> new Denied(
                                one.keyId().toString(),
                                base64.encodeToString(one.subjectHash()),
                                one.expiresAt().toString()))
                        .toList(),
                rules.largestParty(),
                rules.codeLife().toSeconds());
    }
}
