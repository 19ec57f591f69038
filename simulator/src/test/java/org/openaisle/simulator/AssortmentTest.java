package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;

class AssortmentTest {
    private static final SimulationParameters PARAMETERS = SimulationParameters.of(StoreKind.SUPERMARKET, Mix.BUSY);
    private final Assortment assortment = Assortment.generate(960, PARAMETERS, Dice.of(3, "assortment"));

    @Test
    void gtinsAreValidDifferentAndNobodysOwn() {
        assertThat(assortment.catalog().products()).hasSize(960);
        for (Product p : assortment.products()) {
            String digits = p.gtin().digits();
            assertThat(digits.charAt(13) - '0').isEqualTo(Gtin.checkDigit(digits));
            assertThat(digits).startsWith("02");
        }
    }

    @Test
    void weightsStayInRangeAndFlavoursWeighTheSame() {
        for (int i = 0; i < 960; i++) {
            Product p = assortment.products().get(i);
            assertThat(p.weightGrams()).isBetween(39.0, 3_010.0);
            if (i > 0 && assortment.family()[i] == assortment.family()[i - 1]) {
                double other = assortment.products().get(i - 1).weightGrams();
                assertThat(p.weightGrams()).isBetween(other * 0.995, other * 1.005);
                assertThat(p.category())
                        .isEqualTo(assortment.products().get(i - 1).category());
            }
        }
    }
}
