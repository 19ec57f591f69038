package org.openaisle.platform.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes products, their barcodes and prices, in the transaction that is going on. */
final class Products {
    private final JdbcClient database;

    Products(JdbcClient database) {
        this.database = database;
    }

    /** One import at a time: what was checked must still hold when it is written. */
    void lock() {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('catalog'), hashtext(current_tenant()::text))")
                .query()
                .singleRow();
    }

    ImportCheck.Known known() {
        Map<String, UUID> products = new HashMap<>();
        Map<String, String> barcodes = new HashMap<>();
        database.sql("SELECT gtin, id FROM product")
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .forEach(row -> products.put(row.getKey(), row.getValue()));
        database.sql("SELECT b.gtin, p.gtin FROM barcode b JOIN product p ON p.id = b.product_id")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(row -> barcodes.put(row.getKey(), row.getValue()));
        Set<UUID> stores = Set.copyOf(
                database.sql("SELECT id FROM store").query(UUID.class).list());
        return new ImportCheck.Known(products, barcodes, stores);
    }

    /** Writes lines that were checked. */
    void write(List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, ProductRow> goods = new LinkedHashMap<>();
        rows.stream().filter(row -> row.goods() != null).forEach(row -> goods.putIfAbsent(row.gtin(), row));
        writeGoods(List.copyOf(goods.values()));
        Map<String, UUID> ids = ids(rows);
        writeBarcodes(List.copyOf(goods.values()), ids);
        writePrices(rows, ids);
    }

    private void writeGoods(List<ProductRow> rows) {
        if (!rows.isEmpty()) {
            new Columns<>(database.sql(GOODS), rows)
                    .column("gtin", ProductRow::gtin)
                    .column("name", row -> goods(row).name())
                    .column("category", row -> goods(row).category())
                    .column("weight", row -> goods(row).weightGrams())
                    .column("sd", row -> goods(row).weightSdGrams())
                    .column("vat", row -> goods(row).vatRate())
                    .column("age", row -> goods(row).minimumAge())
                    .update();
        }
    }

    /** Asked for once: joining thousands of lines in the database, which knows nothing about them, can take minutes. */
    private Map<String, UUID> ids(List<ProductRow> rows) {
        Map<String, UUID> ids = new HashMap<>();
        new Columns<>(database.sql("SELECT gtin, id FROM product WHERE gtin = ANY (:gtin::bpchar[])"), rows)
                .column("gtin", ProductRow::gtin)
                .statement()
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .forEach(row -> ids.put(row.getKey(), row.getValue()));
        return ids;
    }

    private void writeBarcodes(List<ProductRow> rows, Map<String, UUID> ids) {
        if (rows.isEmpty()) {
            return;
        }
        // All old ones first: a code may have changed hands within one file.
        new Columns<>(database.sql("DELETE FROM barcode WHERE product_id = ANY (:id::uuid[])"), rows)
                .column("id", row -> ids.get(row.gtin()))
                .update();
        List<Map.Entry<String, String>> codes = rows.stream()
                .flatMap(row -> goods(row).barcodes().stream().map(code -> Map.entry(row.gtin(), code)))
                .toList();
        if (!codes.isEmpty()) {
            new Columns<>(
                            database.sql("INSERT INTO barcode (gtin, product_id) SELECT * FROM unnest(:code::text[],"
                                    + " :id::uuid[])"),
                            codes)
                    .column("code", Map.Entry::getValue)
                    .column("id", code -> ids.get(code.getKey()))
                    .update();
        }
    }

    private static ProductRow.Goods goods(ProductRow row) {
        return Objects.requireNonNull(row.goods());
    }

    /** One product at one place in one currency. */
    private record Place(UUID product, @Nullable UUID store, String currency) {}

    /** A price that is there. */
    private record Written(UUID id, Place place, PriceSpan span) {}

    private void writePrices(List<ProductRow> rows, Map<String, UUID> ids) {
        Map<Place, List<PriceSpan>> lines = new LinkedHashMap<>();
        for (ProductRow row : rows) {
            ProductRow.Price price = row.price();
            if (price != null) {
                UUID product = Objects.requireNonNull(ids.get(row.gtin()));
                lines.computeIfAbsent(new Place(product, price.store(), price.currency()), any -> new ArrayList<>())
                        .add(price.span());
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        List<Written> old = old(lines.keySet());
        Map<Place, List<PriceSpan>> timelines = new LinkedHashMap<>();
        old.forEach(price -> timelines
                .computeIfAbsent(price.place(), any -> new ArrayList<>())
                .add(price.span()));
        lines.forEach((place, spans) -> spans.forEach(span ->
                timelines.put(place, PriceTimeline.put(timelines.getOrDefault(place, List.of()), span))));
        if (!old.isEmpty()) {
            new Columns<>(database.sql("DELETE FROM price WHERE id = ANY (:id::uuid[])"), old)
                    .column("id", Written::id)
                    .update();
        }
        insert(timelines);
    }

    private List<Written> old(Set<Place> places) {
        return new Columns<>(
                        database.sql("SELECT * FROM price WHERE product_id = ANY (:id::uuid[]) ORDER BY starts_at"),
                        List.copyOf(places))
                        .column("id", Place::product)
                        .statement()
                        .query((row, number) -> new Written(
                                row.getObject("id", UUID.class),
                                new Place(
                                        row.getObject("product_id", UUID.class),
                                        row.getObject("store_id", UUID.class),
                                        row.getString("currency")),
                                span(row)))
                        .list()
                        .stream()
                        .filter(price -> places.contains(price.place()))
                        .toList();
    }

    private void insert(Map<Place, List<PriceSpan>> timelines) {
        List<Map.Entry<Place, PriceSpan>> all = timelines.entrySet().stream()
                .flatMap(line -> line.getValue().stream().map(span -> Map.entry(line.getKey(), span)))
                .toList();
        new Columns<>(database.sql("""
            INSERT INTO price (product_id, store_id, currency, amount_minor, starts_at, ends_at)
            SELECT * FROM unnest(:product::uuid[], :store::uuid[], :currency::text[], :amount::bigint[],
              :from::timestamptz[], :until::timestamptz[])\
            """), all)
                .column("product", line -> line.getKey().product())
                .column("store", line -> line.getKey().store())
                .column("currency", line -> line.getKey().currency())
                .column("amount", line -> line.getValue().amountMinor())
                .column("from", line -> line.getValue().from())
                .column("until", line -> line.getValue().until())
                .update();
    }

    static PriceSpan span(ResultSet row) throws SQLException {
        return new PriceSpan(row.getLong("amount_minor"), instant(row, "starts_at"), nullable(row, "ends_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static final String GOODS = """
        INSERT INTO product AS p (gtin, name, category, weight_grams, weight_sd_grams, vat_rate, minimum_age)
        SELECT * FROM unnest(:gtin::text[], :name::text[], :category::text[], :weight::numeric[], :sd::numeric[],
          :vat::numeric[], :age::smallint[])
        ON CONFLICT (tenant_id, gtin) DO UPDATE SET
          name = excluded.name, category = excluded.category, weight_grams = excluded.weight_grams,
          weight_sd_grams = excluded.weight_sd_grams, vat_rate = excluded.vat_rate, minimum_age = excluded.minimum_age,
          changed_at = now(), withdrawn_at = NULL\
        """;
}
