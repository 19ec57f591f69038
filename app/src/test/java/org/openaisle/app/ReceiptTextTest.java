package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Catalog;
import org.openaisle.model.Decision;
import org.openaisle.model.Evidence;
import org.openaisle.model.Gtin;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Product;
import org.openaisle.model.Store;

class ReceiptTextTest {
    private static final Gtin COLA = new Gtin("04006381333931");
    private static final Catalog CATALOG =
            Catalog.of(List.of(new Product(COLA, "Cola 330 ml", 355, 2, 179, 0.05, "drinks", 0)));
    private final ReceiptText text = new ReceiptText(store("EUR"), CATALOG, new Style(false));

    @Test
    void aReceiptShowsTheStoresTimeTheGoodsAndTheTotal() {
        Decision decision =
                new Decision("v1", 0, 61_000, 63_000, List.of(new Decision.Line(COLA, 2, 0.987)), 0.9, true);
        assertThat(text.receipt(decision)).isEqualTo("""

                01:00:00 - 01:01:01  v1
                   2 x Cola 330 ml                                  3.58    98.7 %
                       total EUR                                    3.58    90.0 % sure
                  review: somebody should look at this one
                """);
    }

    @Test
    void whoTookNothingGetsASentenceAndNoTotal() {
        Decision decision = new Decision(null, 0, 1000, 2000, List.of(), 0.99999, false);
        assertThat(text.receipt(decision))
                .contains("without a scan")
                .contains("nothing taken")
                .contains("99.9 % sure");
        assertThat(text.receipt(decision)).doesNotContain("total").doesNotContain("review");
    }

    @Test
    void evidenceSaysWhatMovedWhoseHandsAndWhatElseItCouldBe() {
        Evidence evidence = new Evidence(List.of(new Evidence.Change(
                List.of("P1", "P2"),
                0,
                900,
                -355.2,
                1.3,
                List.of(new Evidence.Explanation("took 1 Cola", 0.9), new Evidence.Explanation("nothing", 0.1)),
                List.of(new Evidence.Hand("v1", 0.75)))));
        assertThat(text.evidence(evidence)).isEqualTo("""
                    01:00:00  -355.2 g (sd 1.3) on P1, P2
                       90.0 %  took 1 Cola
                       10.0 %  nothing
                      hands: v1 75.0 %
                """);
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        assertThat(new Money("EUR").amount(1234)).isEqualTo("12.34");
        assertThat(new Money("JPY").amount(1234)).isEqualTo("1234");
        assertThat(new Money("nonsense").amount(5)).isEqualTo("0.05");
    }

    private static Store store(String currency) {
        Polygon floor = new Polygon(List.of(new Point2(0, 0), new Point2(5, 0), new Point2(5, 5)));
        return new Store(
                "s",
                "s",
                "Europe/Paris",
                currency,
                floor,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
