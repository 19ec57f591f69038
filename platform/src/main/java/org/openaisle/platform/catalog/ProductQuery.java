package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at products. */
final class ProductQuery {
    /** A product as the interface shows it. */
    record Product(
            String gtin,
            List<String> barcodes,
            String name,
            @Nullable String category,
            BigDecimal weightGrams,
            BigDecimal weightSdGrams,
            BigDecimal vatRate,
            int minimumAge,
            boolean withdrawn,
            List<Price> prices) {
        public Product {
            barcodes = List.copyOf(barcodes);
            prices = List.copyOf(prices);
        }
    }

    /** One of its prices. */
    record Price(
            long price,
            String currency,
            Instant priceFrom,
            @Nullable Instant priceUntil,
            @Nullable UUID priceStore) {}

    private final Transactions transactions;
    private final JdbcClient database;

    ProductQuery(Transactions transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** A page by GTIN, of those after one. */
    List<Product> page(TenantId tenant, String after, int limit) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> read("gtin > :gtin", after, limit));
    }

    /** By its GTIN or one of its further barcodes. */
    Optional<Product> find(TenantId tenant, String gtin) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> read("""
                        gtin = :gtin OR id = (SELECT product_id FROM barcode WHERE gtin = :gtin)""", gtin, 1).stream().findFirst());
    }

    /** From now on it is not sold any more. */
    boolean withdraw(TenantId tenant, String gtin) {
        return transactions.call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.sql(
                                        "UPDATE product SET withdrawn_at = now() WHERE gtin = ? AND withdrawn_at IS NULL")
                                .param(gtin)
                                .update())
                > 0;
    }

    private List<Product> read(String which, String gtin, int limit) {
        Map<UUID, List<Price>> prices = new LinkedHashMap<>();
        String page = "(SELECT * FROM product WHERE " + which + " ORDER BY gtin LIMIT :limit)";
        database.sql("SELECT pr.* FROM price pr JOIN " + page
                        + " p ON p.id = pr.product_id ORDER BY pr.starts_at, pr.id")
                .param("gtin", gtin)
                .param("limit", limit)
                .query((row, number) -> prices.computeIfAbsent(
                                row.getObject("product_id", UUID.class), any -> new ArrayList<>())
                        .add(price(row)))
                .list();
        return database.sql(
                        "SELECT p.*, ARRAY(SELECT b.gtin::text FROM barcode b WHERE b.product_id = p.id ORDER BY 1) AS codes FROM "
                                + page + " p ORDER BY p.gtin")
                .param("gtin", gtin)
                .param("limit", limit)
                .query((row, number) -> product(row, prices))
                .list();
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getLong("amount_minor"),
                row.getString("currency"),
                Products.instant(row, "starts_at"),
                Products.nullable(row, "ends_at"),
                row.getObject("store_id", UUID.class));
    }

    private static Product product(ResultSet row, Map<UUID, List<Price>> prices) throws SQLException {
        return new Product(
                row.getString("gtin"),
                List.of((String[]) row.getArray("codes").getArray()),
                row.getString("name"),
                row.getString("category"),
                row.getBigDecimal("weight_grams"),
                row.getBigDecimal("weight_sd_grams"),
                row.getBigDecimal("vat_rate"),
                row.getInt("minimum_age"),
                row.getObject("withdrawn_at") != null,
                prices.getOrDefault(row.getObject("id", UUID.class), List.of()));
    }

    /** All that is sold, as lines of a file: one for each price, of which only the first says what the product is. */
    List<Map<String, Object>> lines(TenantId tenant) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            List<Map<String, Object>> lines = new ArrayList<>();
            read("withdrawn_at IS NULL AND gtin > :gtin", "", Integer.MAX_VALUE)
                    .forEach(product -> addLines(lines, product));
            return lines;
        });
    }

    private static void addLines(List<Map<String, Object>> lines, Product product) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("gtin", product.gtin());
        line.put("barcodes", String.join(" ", product.barcodes()));
        line.put("name", product.name());
        line.put("category", product.category() == null ? "" : product.category());
        line.put("weightGrams", product.weightGrams().toPlainString());
        line.put("weightSdGrams", product.weightSdGrams().toPlainString());
        line.put("vatRate", product.vatRate().toPlainString());
        line.put("minimumAge", product.minimumAge());
        lines.add(line);
        for (Price price : product.prices()) {
            if (line.containsKey("price")) {
                line = new LinkedHashMap<>(Map.of("gtin", product.gtin()));
                lines.add(line);
            }
            line.put("price", price.price());
            line.put("currency", price.currency());
            line.put("priceFrom", price.priceFrom());
            line.put("priceUntil", price.priceUntil() == null ? "" : price.priceUntil());
            line.put("priceStore", price.priceStore() == null ? "" : price.priceStore());
        }
    }
}
