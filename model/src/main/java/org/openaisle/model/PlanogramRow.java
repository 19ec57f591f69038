package org.openaisle.model;

import java.io.Serializable;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A product that stands on a plate.
 *
 * @param quantity units at the start, counted by the plate that carries most; null: as many as the weight says
 */
public record PlanogramRow(
        String plateId, Gtin gtin, @Nullable Integer quantity) implements Serializable {
    public PlanogramRow {
        Check.named("plateId", plateId);
        Check.that(
                quantity == null || quantity >= 0,
                "quantity of " + gtin + " on plate " + plateId + " must not be negative");
    }

    public OptionalInt knownQuantity() {
        return quantity == null ? OptionalInt.empty() : OptionalInt.of(quantity);
    }
}
