package org.openaisle.platform.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.catalog.ConfigurationVersions.Version;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationsTest {
    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String CRISPS = "04006381333931";
    private static final String HEAD = "gtin,name,weightGrams,vatRate,price,currency,priceFrom,priceUntil,priceStore\n";

    private static TestDatabase database;

    private TenantId tenant;
    private UUID store;
    private UUID other;
    private Settings settings;
    private Promotions promotions;
    private Planograms planograms;
    private Layouts layouts;
    private Configurations configurations;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(4);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void twoStoresThatSellCrisps() {
        tenant = database.newTenant("North");
        store = database.newStore(tenant, "Main street");
        other = database.newStore(tenant, "Station");
        settings = new Settings(database.transactions(), database.client());
        promotions = new Promotions(database.transactions(), database.client());
        ConfigurationVersions versions = new ConfigurationVersions(database.client());
        layouts = new Layouts(database.transactions(), versions);
        planograms = new Planograms(database.transactions(), database.client(), layouts);
        configurations = new Configurations(
                database.transactions(),
                versions,
                List.of(new CatalogPart(database.client(), promotions, MARCH), planograms, new SettingsPart(settings)));
        sell("4006381333931,Crisps,62,0.07,149,EUR,2026-01-01T00:00:00Z,,\n");
    }

    private void sell(String lines) {
        ProductImport products = new ProductImport(database.transactions(), new Products(database.client()));
        assertThat(products.take(
                                tenant,
                                ProductFile.readCsv(new ByteArrayInputStream((HEAD + lines).getBytes(UTF_8))),
                                ProductImport.Extent.ALL)
                        .faults())
                .isEmpty();
    }

    @Test
    void theVersionRisesWithTheContentAndOnlyThen() {
        Version first = current("settings");
        assertThat(first.number()).isEqualTo(1);
        assertThat(current("settings").number()).isEqualTo(1);
        settings.change(
                tenant, other, Map.of("entry.largest-party", JsonMapper.shared().readTree("3")));
        assertThat(current("settings").number()).as("another store's").isEqualTo(1);
        settings.change(
                tenant, null, Map.of("entry.largest-party", JsonMapper.shared().readTree("2")));
        Version second = current("settings");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.etag()).isNotEqualTo(first.etag()).matches("\"[0-9a-f]{32}\"");
        settings.change(
                tenant, null, Map.of("entry.largest-party", JsonMapper.shared().readTree("null")));
        Version third = current("settings");
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.etag()).as("the same bytes have the same tag").isEqualTo(first.etag());
        assertThat(configurations
                        .find(tenant, store, "settings", 2)
                        .orElseThrow()
                        .content())
                .isEqualTo(second.content());
        assertThat(configurations.list(tenant, store, "settings", 10))
                .extracting(Version::number)
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void manyWhoAskAtOnceMakeOneVersion() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> all = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> current("catalog").number()))
                    .toList();
            Set<Long> numbers = new HashSet<>();
            for (Future<Long> one : all) {
                numbers.add(one.get());
            }
            assertThat(numbers).containsExactly(1L);
        }
    }

    @Test
    void theCatalogueHasWhatTheStoreSellsAtThePricesThatHoldOrWillHoldThere() {
        sell("4006381333931,,,,99,EUR,2026-06-01T00:00:00Z,2026-07-01T00:00:00Z,\n"
                + "4006381333931,,,,10,EUR,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,\n"
                + "4006381333931,,,,20,CHF,2026-01-01T00:00:00Z,,\n"
                + "4006381333931,,,,139,EUR,2026-02-01T00:00:00Z,," + other + "\n");
        JsonNode product = json("catalog", store).path("products").path(0);
        assertThat(product.path("gtin").stringValue()).isEqualTo(CRISPS);
        assertThat(product.path("taxRate").decimalValue()).isEqualByComparingTo(new BigDecimal("0.07"));
        assertThat(product.path("prices").toString())
                .isEqualTo("[{\"price\":149,\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-06-01T00:00:00Z\"},"
                        + "{\"price\":99,\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-07-01T00:00:00Z\"},"
                        + "{\"price\":149,\"from\":\"2026-07-01T00:00:00Z\",\"until\":null}]");
        assertThat(json("catalog", other)
                        .path("products")
                        .path(0)
                        .path("prices")
                        .toString())
                .isEqualTo("[{\"price\":139,\"from\":\"2026-02-01T00:00:00Z\",\"until\":null}]");
    }

    @Test
    void aPromotionIsInTheCatalogueOfItsStore() {
        UUID id = UUID.randomUUID();
        assertThat(promotions.put(tenant, threeForTwo(id, store, 3, 2, CRISPS))).isEmpty();
        assertThat(json("catalog", store)
                        .path("promotions")
                        .path(0)
                        .path("kind")
                        .stringValue())
                .isEqualTo("pay_fewer");
        assertThat(json("catalog", other).path("promotions")).isEmpty();
        assertThat(promotions.put(tenant, threeForTwo(id, null, 4, 3, CRISPS))).isEmpty();
        assertThat(json("catalog", other)
                        .path("promotions")
                        .path(0)
                        .path("unitsTaken")
                        .intValue())
                .isEqualTo(4);
        assertThat(promotions.delete(tenant, id)).isTrue();
        assertThat(json("catalog", store).path("promotions")).isEmpty();
    }

    @Test
    void aPromotionThatCannotBeIsRefusedWithAllThatIsWrong() {
        assertThat(promotions.put(tenant, threeForTwo(UUID.randomUUID(), UUID.randomUUID(), 2, 2, "04012345678901")))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("unitsTaken", "products", "store");
    }

    private static Promotions.Promotion threeForTwo(UUID id, @Nullable UUID where, int taken, int paid, String gtin) {
        return new Promotions.Promotion(
                id,
                where,
                "Three for two",
                Promotions.Kind.PAY_FEWER,
                null,
                null,
                taken,
                paid,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                List.of(gtin));
    }

    @Test
    void aPlanogramKeepsTheOrderOnThePlateAndNeedsKnownPlatesAndProducts() {
        sell("04012345678901,Wine,1200,0.19,599,EUR,2026-01-01T00:00:00Z,,\n");
        List<Planograms.Row> rows = List.of(
                new Planograms.Row("P2", "04012345678901", 4),
                new Planograms.Row("P1", "04012345678901", null),
                new Planograms.Row("P2", CRISPS, 7));
        assertThat(planograms.replace(tenant, store, rows)).isEmpty();
        assertThat(json("planogram", store).path("planogram").toString())
                .isEqualTo("[{\"plateId\":\"P1\",\"gtin\":\"04012345678901\",\"quantity\":null},"
                        + "{\"plateId\":\"P2\",\"gtin\":\"04012345678901\",\"quantity\":4},"
                        + "{\"plateId\":\"P2\",\"gtin\":\"" + CRISPS + "\",\"quantity\":7}]");
        assertThat(layouts.set(tenant, store, layout("P1"))).isEmpty();
        assertThat(planograms.replace(
                        tenant,
                        store,
                        List.of(
                                new Planograms.Row("P2", CRISPS, -1),
                                new Planograms.Row("P1", "04000000000006", 1),
                                new Planograms.Row("P1", CRISPS, 1),
                                new Planograms.Row("P1", CRISPS, 1))))
                .extracting(Fault::field)
                .containsExactly("planogram[0].plateId", "planogram[0].quantity", "planogram[1].gtin", "planogram[3]");
        assertThat(planograms.rows(tenant, store)).as("nothing was changed").hasSize(3);
    }

    @Test
    void aLayoutIsThereOnceItWasSetAndItsPlatesDiffer() {
        assertThat(configurations.current(tenant, store, "layout")).isEmpty();
        assertThat(layouts.set(tenant, store, layout("P1"))).isEmpty();
        assertThat(json("layout", store).path("fixtures").path(0).path("shelves"))
                .hasSize(1);
        assertThat(layouts.set(tenant, store, JsonMapper.shared().readTree("{\"planogram\": []}")))
                .extracting(Fault::field)
                .containsExactly("floor", "gates", "fixtures", "cameras", "planogram");
    }

    private static JsonNode layout(String plate) {
        return JsonMapper.shared().readTree("""
                {"storeId": "S", "currency": "EUR", "floor": [[0, 0], [5, 0], [5, 5]], "gates": [], "cameras": [],
                 "fixtures": [{"fixtureId": "F1", "shelves": [{"shelfId": "S1", "plates": [{"plateId": "%s"}]}]}]}""".formatted(plate));
    }

    private Version current(String part) {
        return configurations.current(tenant, store, part).orElseThrow();
    }

    private JsonNode json(String part, UUID where) {
        byte[] content =
                configurations.current(tenant, where, part).orElseThrow().content();
        assertThat(content).isNotNull();
        return JsonMapper.shared().readTree(content);
    }
}
