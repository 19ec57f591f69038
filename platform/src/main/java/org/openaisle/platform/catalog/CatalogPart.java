package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a store sells: the products of {@code catalog.json} in the contract's names, with further barcodes, and prices of the store's
 * currency that hold or will hold. Where a store has prices of its own for a product, only those count.
 */
final class CatalogPart implements ConfigurationPart {
    record Content(String currency, List<Product> products, List<Promotion> promotions) {}

    record Product(
            String gtin,
            List<String> barcodes,
            String name,
            @Nullable String category,
            BigDecimal weight,
            BigDecimal weightSd,
            BigDecimal taxRate,
            int minimumAge,
            List<Price> prices) {}

    record Price(long price, String from, @Nullable String until) {}

    record Promotion(
            String id,
            String name,
            String kind,
            @Nullable BigDecimal percentOff,
            @Nullable Long amountOff,
            @Nullable Integer unitsTaken,
            @Nullable Integer unitsPaid,
            String from,
            @Nullable String until,
            List<String> products) {}

    private final JdbcClient database;
    private final Promotions promotions;
    private final Clock clock;

    CatalogPart(JdbcClient database, Promotions promotions, Clock clock) {
        this.database = database;
        this.promotions = promotions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Content content(TenantId tenant, UUID store) {
        Instant now = clock.instant();
        String currency = database.sql("SELECT currency FROM store WHERE id = ?")
                .param(store)
                .query(String.class)
                .single();
        Map<UUID, List<Price>> prices = prices(store, currency, now);
        List<Product> products = database.sql("""
                SELECT p.*, ARRAY(SELECT b.gtin::text FROM barcode b WHERE b.product_id = p.id ORDER BY 1) AS codes
                FROM product p WHERE withdrawn_at IS NULL ORDER BY gtin""")
                .query((row, number) -> new Product(
                        row.getString("gtin"),
                        List.of((String[]) row.getArray("codes").getArray()),
                        row.getString("name"),
                        row.getString("category"),
                        row.getBigDecimal("weight_grams"),
                        row.getBigDecimal("weight_sd_grams"),
                        row.getBigDecimal("vat_rate"),
                        row.getInt("minimum_age"),
                        prices.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
        return new Content(currency, products, promotions(tenant, store, now));
    }

    private Map<UUID, List<Price>> prices(UUID store, String currency, Instant now) {
        Map<UUID, List<Price>> prices = new LinkedHashMap<>();
        database.sql("""
                SELECT product_id, amount_minor, starts_at, ends_at FROM price p
                WHERE currency = :currency AND (ends_at IS NULL OR ends_at > :now::timestamptz)
                  AND (store_id = :store OR store_id IS NULL AND NOT EXISTS (
                    SELECT FROM price own WHERE own.product_id = p.product_id AND own.store_id = :store
                      AND own.currency = :currency AND (own.ends_at IS NULL OR own.ends_at > :now::timestamptz)))
                ORDER BY product_id, starts_at""")
                .param("currency", currency)
                .param("now", now.toString())
                .param("store", store)
                .query((row, number) -> {
                    PriceSpan span = Products.span(row);
                    return prices.computeIfAbsent(row.getObject("product_id", UUID.class), any -> new ArrayList<>())
                            .add(new Price(span.amountMinor(), span.from().toString(), text(span.until())));
                })
                .list();
        return prices;
    }

    private List<Promotion> promotions(TenantId tenant, UUID store, Instant now) {
        return promotions.list(tenant, now).stream()
                .filter(promotion ->
                        promotion.store() == null || promotion.store().equals(store))
                .map(p -> new Promotion(
                        p.id().toString(),
                        p.name(),
                        p.kind().id(),
                        p.percentOff(),
                        p.amountOffMinor(),
                        p.unitsTaken(),
                        p.unitsPaid(),
                        p.startsAt().toString(),
                        text(p.endsAt()),
                        p.products()))
                .toList();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
