package org.openaisle.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.keys.TestKeys;
import org.openaisle.platform.purpose.Purpose;

class VisitLinksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Actor WHO = new Actor.Part("receipts");

    @TempDir
    private static Path path;

    private static TestDatabase database;
    private static TestKeys keys;

    private final SetTime clock = new SetTime(NOW);
    private TenantId tenant;
    private UUID visit;
    private AccessLog log;
    private VisitLinks links;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(2);
        keys = new TestKeys(path, database);
    }

    @AfterAll
    static void close() {
        keys.close();
        database.close();
    }

    @BeforeEach
    void aVisitOfAShopper() {
        tenant = database.newTenant("North");
        visit = new SampleRows(database, tenant).visit();
        log = new AccessLog(database.transactions(), database.client(), keys.signer(), clock);
        links = new VisitLinks(database.transactions(), database.client(), log, keys.envelopes(), keys.hashes(), clock);
        links.link(tenant, visit, "shopper-7", NOW.plusSeconds(60));
    }

    @Test
    void theShopperIsFoundByTheVisitAndTheVisitByTheShopperForChargeReceiptAndDispute() {
        for (Purpose purpose : List.of(Purpose.CHARGE, Purpose.RECEIPT, Purpose.DISPUTE)) {
            assertThat(links.shopperOf(tenant, WHO, purpose, visit)).contains("shopper-7");
            assertThat(links.visitsOf(tenant, WHO, purpose, "shopper-7")).containsExactly(visit);
            assertThat(links.visitsOf(tenant, WHO, purpose, "shopper-8")).isEmpty();
        }
        for (Purpose purpose : List.of(Purpose.OPERATIONS, Purpose.STATISTICS, Purpose.FISCAL_RECORD)) {
            assertThatThrownBy(() -> links.shopperOf(tenant, WHO, purpose, visit))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyQuestionIsRecordedWithItsPurpose() {
        links.shopperOf(tenant, WHO, Purpose.RECEIPT, visit);
        links.visitsOf(tenant, WHO, Purpose.DISPUTE, "shopper-7");
        assertThat(log.page(tenant, 0, 10))
                .extracting(e -> e.actorId() + " " + e.purpose() + " " + e.subjectKind() + " " + e.subjectId())
                .containsExactly("receipts dispute shopper shopper-7", "receipts receipt visit " + visit);
    }

    @Test
    void whenTheLinkEndsTheVisitIsNobodysEvenBeforeTheRowIsDeleted() {
        clock.set(NOW.plusSeconds(60).minusMillis(1));
        assertThat(links.shopperOf(tenant, WHO, Purpose.RECEIPT, visit)).isPresent();
        clock.set(NOW.plusSeconds(60));
        assertThat(links.shopperOf(tenant, WHO, Purpose.RECEIPT, visit)).isEmpty();
        assertThat(links.visitsOf(tenant, WHO, Purpose.RECEIPT, "shopper-7")).isEmpty();
    }

    @Test
    void aDisputeCanMakeItLastLonger() {
        links.endAt(tenant, WHO, Purpose.DISPUTE, visit, NOW.plusSeconds(120));
        clock.set(NOW.plusSeconds(90));
        assertThat(links.shopperOf(tenant, WHO, Purpose.DISPUTE, visit)).contains("shopper-7");
    }

    @Test
    void itOutlivesTheReplacementOfTheKeyThatWrapsTheLinksKey() {
        keys.rotation().replaceKeyEncryptionKey(KeyUse.VISIT_LINK);
        assertThat(links.shopperOf(tenant, WHO, Purpose.RECEIPT, visit)).contains("shopper-7");
        assertThat(links.visitsOf(tenant, WHO, Purpose.RECEIPT, "shopper-7")).containsExactly(visit);
    }

    @Test
    void theFirstWhoIsLinkedStays() {
        links.link(tenant, visit, "shopper-8", NOW.plusSeconds(60));
        assertThat(links.shopperOf(tenant, WHO, Purpose.RECEIPT, visit)).contains("shopper-7");
    }
}
