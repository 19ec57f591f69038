package org.openaisle.platform.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Gtin;
import org.openaisle.platform.catalog.ProductImport.Extent;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class ProductImportTest {
    private static final String HEAD =
            "gtin,barcodes,name,category,weightGrams,weightSdGrams,vatRate,minimumAge,price,currency,priceFrom,priceUntil,priceStore\n";
    private static final String CRISPS = "4006381333931,,Crisps,Snacks,62,1.5,0.07,0,149,EUR,2026-01-01T00:00:00Z,,\n";
    private static final String WINE =
            "04012345678901,4001234567891,Wine,,1210.5,,0.19,18,599,EUR,2026-01-01T00:00:00Z,,\n";

    private static TestDatabase database;

    private TenantId tenant;
    private ProductImport products;
    private ProductQuery query;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anEmptyCatalogue() {
        tenant = database.newTenant("North");
        products = new ProductImport(database.transactions(), new Products(database.client()));
        query = new ProductQuery(database.transactions(), database.client());
    }

    @Test
    void aFileBringsProductsWithTheirBarcodesAndPrices() {
        ProductImport.Result result = csv(CRISPS + WINE, Extent.ALL);
        assertThat(result).isEqualTo(new ProductImport.Result(2, 2, List.of()));
        ProductQuery.Product wine = query.find(tenant, "04001234567891").orElseThrow();
        assertThat(wine.gtin()).isEqualTo("04012345678901");
        assertThat(wine.minimumAge()).isEqualTo(18);
        assertThat(wine.weightSdGrams()).isEqualByComparingTo("12.11");
        assertThat(wine.prices())
                .containsExactly(new ProductQuery.Price(599, "EUR", Instant.parse("2026-01-01T00:00:00Z"), null, null));
    }

    @Test
    void everyFaultIsToldByItsLineAndNothingIsTaken() {
        ProductImport.Result result = csv(
                CRISPS
                        + "4006381333932,,Wrong digit,,10,,0.07,,,,,,\n"
                        + "4001234567891,,\"Two\nlines\",,-1,,1.5,abc,,,,,\n"
                        + "4000000000006,,,,,,,,1.5,EURO,yesterday,,x\n"
                        + "96385074,,,,,,,,100,EUR,2026-02-01T00:00:00Z,2026-01-01T00:00:00Z,\n",
                Extent.ALL);
        assertThat(result.taken()).isZero();
        assertThat(result.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactly(
                        "3 gtin",
                        "4 weightGrams",
                        "4 vatRate",
                        "4 minimumAge",
                        "6 price",
                        "6 currency",
                        "6 priceFrom",
                        "6 priceStore",
                        "7 priceUntil");
        assertThat(result.faults().getFirst().message()).contains("wrong check digit", "should end in 1");
        assertThat(query.page(tenant, "", 10)).isEmpty();
    }

    @Test
    void linesThatContradictEachOtherOrWhatIsThereAreFaults() {
        csv(CRISPS + WINE, Extent.ALL);
        ProductImport.Result result = csv(
                "4006381333931,,Other crisps,,62,,0.07,,,,,,\n"
                        + "4006381333931,,Crisps again,,62,,0.07,,,,,,\n"
                        + "4000000000006,4001234567891,Has the wine's code,,5,,0.19,,,,,,\n"
                        + "5000000000005,,,,,,,,100,EUR,2026-01-01T00:00:00Z,,\n"
                        + "04012345678901,,,,,,,,100,EUR,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z,\n"
                        + "04012345678901,,,,,,,,101,EUR,2026-03-31T23:59:59Z,,\n"
                        + "04012345678901,,,,,,,,102,CHF,2026-03-31T23:59:59Z,,\n"
                        + "04012345678901,,,,,,,,100,EUR,2026-01-01T00:00:00Z,," + UUID.randomUUID() + "\n",
                Extent.ALL);
        assertThat(result.faults())
                .extracting(fault -> fault.line() + " " + fault.message())
                .containsExactly(
                        "3 the product stands in line 2 already, and differently",
                        "4 04001234567891 is a barcode of 04012345678901",
                        "5 there is no such product; fill in name, weightGrams and vatRate to add it",
                        "7 the price overlaps the one in line 6",
                        "9 there is no such store");
    }

    @Test
    void goodLinesAloneAreTakenOnRequestAndWithoutThoseThatHangOnBadOnes() {
        ProductImport.Result result = csv(
                CRISPS + "4001234567891,,Too heavy,,99999999,,0.07,,,,,,\n"
                        + "4001234567891,,,,,,,,100,EUR,2026-01-01T00:00:00Z,,\n",
                Extent.GOOD_LINES);
        assertThat(result.taken()).isEqualTo(1);
        assertThat(result.faults()).extracting(Fault::line).containsExactly(3L, 4L);
        assertThat(query.page(tenant, "", 10))
                .extracting(ProductQuery.Product::name)
                .containsExactly("Crisps");
    }

    @Test
    void aDryRunSaysTheSameAndTakesNothing() {
        assertThat(csv(CRISPS, Extent.NONE)).isEqualTo(new ProductImport.Result(1, 0, List.of()));
        assertThat(query.page(tenant, "", 10)).isEmpty();
    }

    @Test
    void aLaterPriceTakesThePlaceOfOthersInItsTime() {
        csv(CRISPS, Extent.ALL);
        csv("4006381333931,,,,,,,,99,EUR,2026-05-01T00:00:00+02:00,2026-06-01T00:00:00+02:00,\n", Extent.ALL);
        assertThat(query.find(tenant, "04006381333931").orElseThrow().prices())
                .extracting(ProductQuery.Price::price, price -> String.valueOf(price.priceFrom()))
                .containsExactly(
                        tuple(149L, "2026-01-01T00:00:00Z"),
                        tuple(99L, "2026-04-30T22:00:00Z"),
                        tuple(149L, "2026-05-31T22:00:00Z"));
    }

    @Test
    void whatIsExportedCanBeImportedAgainAndIsTheSame() {
        UUID store = database.newStore(tenant, "Main street");
        csv(
                CRISPS + WINE + "4006381333931,,,,,,,,139,EUR,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z," + store
                        + "\n",
                Extent.ALL);
        List<ProductQuery.Product> before = query.page(tenant, "", 10);
        StringWriter exported = new StringWriter();
        ProductFile.writeCsv(exported, query.lines(tenant));
        assertThat(exported.toString().lines()).hasSize(4);
        String json = JsonMapper.shared().writeValueAsString(query.lines(tenant));

        assertThat(read(ProductFile.readCsv(stream(exported.toString())), Extent.ALL)
                        .faults())
                .isEmpty();
        assertThat(query.page(tenant, "", 10)).isEqualTo(before);
        assertThat(read(ProductFile.readJson(stream(json)), Extent.ALL).faults())
                .isEmpty();
        assertThat(query.page(tenant, "", 10)).isEqualTo(before);
    }

    @Test
    void jsonIsReadLineByLineToo() {
        ProductImport.Result result = read(ProductFile.readJson(stream("""
            [
              {"gtin": "4006381333931", "name": "Crisps", "weightGrams": 62, "vatRate": 0.07,
               "barcodes": ["4001234567891", "96385074"], "price": 149, "currency": "EUR", "priceFrom": "2026-01-01T00:00:00Z"},
              {"gtin": "4006381333931", "colour": "red"},
              {"gtin": 5}
            ]\
            """)), Extent.ALL);
        assertThat(result.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactly("4 colour", "5 gtin");
        assertThat(read(ProductFile.readJson(stream("[{\"gtin\": \"4006381333931\",\n oops")), Extent.ALL)
                        .faults())
                .extracting(Fault::line)
                .containsExactly(2L);
        assertThat(read(ProductFile.readJson(stream("{}")), Extent.ALL).faults())
                .hasSize(1);
    }

    /** A chain's whole list, brought again and again: what the database joins must not grow with the square of it. */
    @Test
    void alsoTenThousandProductsThatAreThereAlreadyAreTakenInSeconds() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String digits = String.format("%013d", 4_000_000_000_000L + i);
            String code = String.format("%013d", 5_000_000_000_000L + i);
            lines.append(digits).append(Gtin.checkDigit(digits + "0"));
            lines.append(',').append(code).append(Gtin.checkDigit(code + "0"));
            lines.append(",Product,,100,,0.19,,199,EUR,2026-01-01T00:00:00Z,,\n");
        }
        for (int time = 1; time <= 2; time++) {
            assertTimeout(
                    Duration.ofSeconds(60),
                    () -> assertThat(csv(lines.toString(), Extent.ALL).taken()).isEqualTo(10_000));
        }
        assertThat(query.lines(tenant)).hasSize(10_000);
    }

    @Test
    void aFileThatIsNoneIsRefusedWithAPlace() {
        assertThat(read(ProductFile.readCsv(stream("gtin,colour\n1,red\n")), Extent.ALL)
                        .faults())
                .extracting(Fault::field)
                .containsExactly("colour");
        assertThat(read(
                                ProductFile.readCsv(
                                        new ByteArrayInputStream(new byte[] {'g', 't', 'i', 'n', '\n', (byte) 0xff})),
                                Extent.ALL)
                        .faults())
                .hasSize(1);
    }

    private ProductImport.Result csv(String lines, Extent extent) {
        return read(ProductFile.readCsv(stream(HEAD + lines)), extent);
    }

    private ProductImport.Result read(ProductFile.Content file, Extent extent) {
        return products.take(tenant, file, extent);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
