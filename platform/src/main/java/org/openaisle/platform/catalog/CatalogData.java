package org.openaisle.platform.catalog;

import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.stereotype.Component;

/** Goods and shelves: nothing personal. */
@Component
final class CatalogData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.table("product")
                .plain("tenant_id", "id", "gtin", "name", "category", "weight_grams", "weight_sd_grams", "vat_rate")
                .plain("minimum_age", "changed_at", "withdrawn_at");
        to.table("barcode").plain("tenant_id", "gtin", "product_id");
        to.table("price")
                .plain("tenant_id", "id", "product_id", "store_id", "amount_minor", "currency", "starts_at", "ends_at");
        to.table("promotion")
                .plain("tenant_id", "id", "store_id", "name", "kind", "percent_off", "amount_off_minor")
                .plain("units_taken", "units_paid", "starts_at", "ends_at");
        to.table("promotion_product").plain("tenant_id", "promotion_id", "product_id");
        to.table("planogram_row").plain("tenant_id", "store_id", "plate_id", "position", "product_id", "quantity");
        to.table("setting").plain("tenant_id", "id", "store_id", "name", "value", "changed_at");
        to.table("configuration_version")
                .plain("tenant_id", "store_id", "part", "version", "etag", "content", "created_at");
    }
}
