package org.openaisle.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Observation.CatalogChange;
import org.openaisle.model.Observation.PlanogramChange;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Point2;

/** Where plates are, what stands on them, and how that changes. */
class ShelvingTest {
    private final Shelving shelving = ShopPlan.empty()
            .knows(1, 355)
            .knows(2, 182)
            .knows(3, 40)
            .plate("P1", 1)
            .plate("P2", 2, 3)
            .plate("P3", 1)
            .shelving();

    private PlateSite site(String plate) {
        return Objects.requireNonNull(shelving.site(plate));
    }

    private static PlanogramChange fills(String plate, int... products) {
        return new PlanogramChange(
                0,
                plate,
                Arrays.stream(products)
                        .mapToObj(p -> new PlanogramRow(plate, ShopPlan.gtin(p), null))
                        .toList());
    }

    @Test
    void platesStandInTheShelfsOrder() {
        assertThat(shelving.sites()).extracting(s -> s.plate().plateId()).containsExactly("P1", "P2", "P3");
        assertThat(shelving.neighbour(site("P1"), 1)).isEqualTo(site("P2"));
        assertThat(shelving.neighbour(site("P1"), 2)).isEqualTo(site("P3"));
        assertThat(shelving.neighbour(site("P1"), -1)).isNull();
        assertThat(shelving.neighbour(site("P3"), 1)).isNull();
        assertThat(shelving.site("P99")).isNull();
    }

    @Test
    void aPlaceIsToldAlongThePlateAndBehindItsFront() {
        Point2 inside = new Point2(1.2, 0.3);
        Point2 inFront = new Point2(1.2, 1.1);

        assertThat(site("P1").along(inside)).isCloseTo(0.2, within(1e-9));
        assertThat(site("P1").behindFront(inside)).isCloseTo(0.2, within(1e-9));
        assertThat(site("P1").behindFront(inFront)).isCloseTo(-0.6, within(1e-9));
        assertThat(site("P1").widthMetres()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aProductKnowsAllItsPlates() {
        assertThat(shelving.platesOf(ShopPlan.gtin(1))).containsExactly("P1", "P3");
        assertThat(shelving.platesOf(ShopPlan.gtin(9))).isEmpty();
    }

    @Test
    void theLightestProductOfAPlateDecidesWhatIsTooLight() {
        assertThat(shelving.lightestGrams("P2")).isEqualTo(40);
        assertThat(shelving.lightestGrams("P1")).isEqualTo(355);
        assertThat(shelving.lightestGrams("P99")).isZero();
    }

    @Test
    void aPlateThatIsFilledAnewForgetsWhatStoodThere() {
        shelving.change(fills("P1", 2));

        assertThat(shelving.rows("P1")).extracting(PlanogramRow::gtin).containsExactly(ShopPlan.gtin(2));
        assertThat(shelving.platesOf(ShopPlan.gtin(1))).containsExactly("P3");
        assertThat(shelving.platesOf(ShopPlan.gtin(2))).containsExactly("P1", "P2");
        assertThat(shelving.lightestGrams("P1")).isEqualTo(182);
    }

    @Test
    void aPlateCanBeEmptied() {
        shelving.change(fills("P1"));

        assertThat(shelving.rows("P1")).isEmpty();
        assertThat(shelving.platesOf(ShopPlan.gtin(1))).containsExactly("P3");
    }

    @Test
    void unitsSpanPlatesWhereNeighboursShareAProduct() {
        assertThat(shelving.unitsSpanPlates("S1")).isFalse();

        shelving.change(fills("P2", 1));

        assertThat(shelving.unitsSpanPlates("S1")).isTrue();
        assertThat(shelving.shareProduct("P1", "P2")).isTrue();
    }

    @Test
    void aCatalogueChangeAddsAndReplacesAndLeavesTheRest() {
        shelving.change(new CatalogChange(0, List.of(ShopPlan.product(1, 400), ShopPlan.product(9, 77))));

        assertThat(Objects.requireNonNull(shelving.product(ShopPlan.gtin(1))).weightGrams())
                .isEqualTo(400);
        assertThat(Objects.requireNonNull(shelving.product(ShopPlan.gtin(2))).weightGrams())
                .isEqualTo(182);
        assertThat(Objects.requireNonNull(shelving.product(ShopPlan.gtin(9))).weightGrams())
                .isEqualTo(77);
        assertThat(shelving.lightestGrams("P1")).isEqualTo(400);
    }

    @Test
    void aProductThatNobodyKnowsYetWeighsNothingUntilTheCatalogueSaysSo() {
        shelving.change(fills("P1", 9));
        assertThat(shelving.product(ShopPlan.gtin(9))).isNull();
        assertThat(shelving.lightestGrams("P1")).isZero();

        shelving.change(new CatalogChange(0, List.of(ShopPlan.product(9, 77))));
        assertThat(shelving.lightestGrams("P1")).isEqualTo(77);
    }
}
