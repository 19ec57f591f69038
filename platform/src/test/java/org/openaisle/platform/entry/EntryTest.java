package org.openaisle.platform.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.catalog.TestSettings;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.keys.KeyedHashes;
import org.openaisle.platform.keys.TestKeys;
import org.openaisle.platform.purpose.Purpose;

class EntryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final byte[] CODE = "a code".getBytes(UTF_8);

    @TempDir
    private static Path path;

    private static TestDatabase database;
    private static TestKeys testKeys;

    private TenantId tenant;
    private EntryKeys keys;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(2);
        testKeys = new TestKeys(path, database);
    }

    @AfterAll
    static void close() {
        testKeys.close();
        database.close();
    }

    @BeforeEach
    void aRetailer() {
        tenant = database.newTenant("North");
        keys = new EntryKeys(database.transactions(), database.client(), testKeys.envelopes());
    }

    private Denials denials(Instant now) {
        return new Denials(
                database.transactions(), database.client(), testKeys.hashes(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whatIsSignedAGateChecksWithThePublicPart() throws Exception {
        EntryKeys.Signed signed = keys.sign(tenant, CODE, NOW);
        EntryKeys.PublicPart shown = keys.shown(tenant, NOW).getFirst();
        assertThat(shown.id()).isEqualTo(signed.keyId());
        Signature gate = Signature.getInstance("Ed25519");
        gate.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(shown.publicKey())));
        gate.update(CODE);
        assertThat(gate.verify(signed.signature())).isTrue();
    }

    @Test
    void aNewKeyIsAtTheGatesBeforeItSignsAndTheOldOneStaysUntilItsCodesHaveEnded() {
        EntryKeys.PublicPart old = keys.shown(tenant, NOW).getFirst();
        Instant later = NOW.plus(Duration.ofDays(10));
        EntryKeys.PublicPart fresh = keys.rotate(tenant, later);
        assertThat(ids(later)).containsExactly(fresh.id(), old.id());
        Instant signs = later.plus(EntryKeys.LEAD);
        assertThat(keys.sign(tenant, CODE, signs.minusMillis(1)).keyId()).isEqualTo(old.id());
        assertThat(keys.sign(tenant, CODE, signs).keyId()).isEqualTo(fresh.id());
        assertThat(ids(old.validUntil().minusMillis(1))).contains(old.id());
        assertThat(ids(old.validUntil())).doesNotContain(old.id()).contains(fresh.id());
    }

    /** Day by day for a year: there is always a key that gates have known for long enough. */
    @Test
    void keysFollowEachOtherWithoutAnybodyDoingAnything() {
        keys.shown(tenant, NOW);
        for (int day = 0; day < 365; day++) {
            Instant now = NOW.plus(Duration.ofDays(day));
            List<EntryKeys.PublicPart> shown = keys.shown(tenant, now);
            assertThat(shown).as("day %d", day).hasSizeBetween(1, 3);
            if (day >= EntryKeys.LEAD.toDays()) {
                assertThat(shown).as("day %d", day).anyMatch(key -> key.signsAt(now));
            }
        }
    }

    @Test
    void aKeyThatWasWithdrawnIsShownAndUsedNoMore() {
        EntryKeys.PublicPart stolen = keys.shown(tenant, NOW).getFirst();
        assertThat(keys.withdraw(tenant, stolen.id())).isTrue();
        assertThat(ids(NOW)).hasSize(1).doesNotContain(stolen.id());
        assertThat(keys.sign(tenant, CODE, NOW).keyId()).isNotEqualTo(stolen.id());
    }

    @Test
    void aDenialHoldsUntilItsEndAndSaysNotWhoItIs() {
        Denials before = denials(NOW);
        before.deny(tenant, "shopper-7", Denials.Cause.UNPAID, NOW.plusSeconds(60));
        assertThat(before.denied(tenant, "shopper-7")).isTrue();
        assertThat(before.denied(tenant, "shopper-8")).isFalse();
        assertThat(denials(NOW.plusSeconds(60)).denied(tenant, "shopper-7")).isFalse();
        assertThat(denials(NOW.plusSeconds(60)).list(tenant)).isEmpty();
        assertThat(before.denied(database.newTenant("South"), "shopper-7")).isFalse();
    }

    @Test
    void aGateFindsTheHolderByTheHashKeyAlsoAfterTheDataKeyWasReplaced() {
        Denials denials = denials(NOW);
        denials.deny(tenant, "shopper-7", Denials.Cause.BANNED, NOW.plusSeconds(60));
        testKeys.rotation().replaceDataKey(tenant, Purpose.OPERATIONS);
        denials.deny(tenant, "shopper-9", Denials.Cause.BANNED, NOW.plusSeconds(60));
        assertThat(denials.denied(tenant, "shopper-7")).isTrue();
        EntryPart part = new EntryPart(
                keys, denials, testKeys.hashes(), TestSettings.of(database), Clock.fixed(NOW, ZoneOffset.UTC));
        EntryPart.Content content = database.transactions()
                .call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> part.content(tenant, database.newStore(tenant, "Main street")));
        assertThat(content.hashKeys()).hasSize(2);
        assertThat(content.denied()).hasSize(2);
        for (String who : List.of("shopper-7", "shopper-9", "shopper-8")) {
            boolean found = content.hashKeys().stream().anyMatch(key -> {
                String hash = Base64.getEncoder()
                        .encodeToString(KeyedHashes.hash(Base64.getDecoder().decode(key.key()), who));
                return content.denied().stream()
                        .anyMatch(
                                one -> one.hash().equals(hash) && one.hashKey().equals(key.id()));
            });
            assertThat(found).as(who).isEqualTo(!who.equals("shopper-8"));
        }
    }

    private List<UUID> ids(Instant now) {
        return keys.shown(tenant, now).stream().map(EntryKeys.PublicPart::id).toList();
    }
}
