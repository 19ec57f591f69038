package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import that is right in itself.
 *
 * @param goods null: the line brings a price only, for a product that is there
 * @param price null: the line brings none
 */
record ProductRow(
        long line,
        String gtin,
        @Nullable Goods goods,
        @Nullable Price price) {
    /**
     * What a product is.
     *
     * @param barcodes further GTINs that are the same product
     * @param vatRate share of the net price
     * @param minimumAge in years; 0 for none
     */
    record Goods(
            List<String> barcodes,
            String name,
            @Nullable String category,
            BigDecimal weightGrams,
            BigDecimal weightSdGrams,
            BigDecimal vatRate,
            int minimumAge) {
        public Goods {
            barcodes = List.copyOf(barcodes);
        }
    }

    /**
     * What it costs.
     *
     * @param store null: wherever there is no other
     */
    record Price(@Nullable UUID store, String currency, PriceSpan span) {}
}
