package org.openaisle.platform.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        Map<String, ProductRow> goods = new LinkedHashMap<>();
        rows.stream().filter(row -> row.goods() != null).forEach(row -> goods.putIfAbsent(row.gtin(), row));
        writeGoods(List.copyOf(goods.values()));
        Map<ImportCheck.Place, List<PriceSpan>> prices = new LinkedHashMap<>();
        for (ProductRow row : rows) {
            ProductRow.Price price = row.price();
            if (price != null) {
                prices.computeIfAbsent(
                                new ImportCheck.Place(row.gtin(), price.store(), price.currency()),
                                any -> new ArrayList<>())
                        .add(price.span());
            }
        }
        writePrices(prices);
    }

    private void writeGoods(List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        new Columns<>(database.sql(GOODS), rows)
                .column("gtin", ProductRow::gtin)
                .column("name", row -> goods(row).name())
                .column("category", row -> goods(row).category())
                .column("weight", row -> goods(row).weightGrams())
                .column("sd", row -> goods(row).weightSdGrams())
                .column("vat", row -> goods(row).vatRate())
                .column("age", row -> goods(row).minimumAge())
                .update();
        // All old ones first: a code may have changed hands within one file.
        new Columns<>(database.sql("""
                DELETE FROM barcode b USING product p WHERE b.product_id = p.id AND p.gtin = ANY (:gtin::text[])"""), rows).column("gtin", ProductRow::gtin).update();
        List<Map.Entry<String, String>> codes = rows.stream()
                .flatMap(row -> goods(row).barcodes().stream().map(code -> Map.entry(row.gtin(), code)))
                .toList();
        if (!codes.isEmpty()) {
            new Columns<>(database.sql("""
                    INSERT INTO barcode (gtin, product_id)
                    SELECT c.code, p.id FROM unnest(:gtin::text[], :code::text[]) AS c (gtin, code)
                    JOIN product p ON p.gtin = c.gtin"""), codes)
                    .column("gtin", Map.Entry::getKey)
                    .column("code", Map.Entry::getValue)
                    .update();
        }
    }

    private static ProductRow.Goods goods(ProductRow row) {
        return Objects.requireNonNull(row.goods());
    }

    private void writePrices(Map<ImportCheck.Place, List<PriceSpan>> prices) {
        if (prices.isEmpty()) {
            return;
        }
        Map<ImportCheck.Place, List<PriceSpan>> lines = new LinkedHashMap<>();
        List<ImportCheck.Place> places = List.copyOf(prices.keySet());
        pricesAt(places).forEach((place, spans) -> lines.put(place, spans));
        prices.forEach((place, spans) ->
                spans.forEach(span -> lines.put(place, PriceTimeline.put(lines.getOrDefault(place, List.of()), span))));
        places(database.sql("DELETE FROM price pr USING product p, " + PLACES), places)
                .update();
        List<Map.Entry<ImportCheck.Place, PriceSpan>> all = lines.entrySet().stream()
                .flatMap(line -> line.getValue().stream().map(span -> Map.entry(line.getKey(), span)))
                .toList();
        new Columns<>(database.sql("""
                INSERT INTO price (product_id, store_id, currency, amount_minor, starts_at, ends_at)
                SELECT p.id, l.store, l.currency, l.amount, l.starts, l.ends
                FROM unnest(:gtin::text[], :store::uuid[], :currency::text[], :amount::bigint[], :from::timestamptz[],
                  :until::timestamptz[]) AS l (gtin, store, currency, amount, starts, ends)
                JOIN product p ON p.gtin = l.gtin"""), all)
                .column("gtin", line -> line.getKey().gtin())
                .column("store", line -> line.getKey().store())
                .column("currency", line -> line.getKey().currency())
                .column("amount", line -> line.getValue().amountMinor())
                .column("from", line -> line.getValue().from())
                .column("until", line -> line.getValue().until())
                .update();
    }

    private Map<ImportCheck.Place, List<PriceSpan>> pricesAt(Collection<ImportCheck.Place> places) {
        Map<ImportCheck.Place, List<PriceSpan>> lines = new LinkedHashMap<>();
        places(
                        database.sql(
                                "SELECT p.gtin, pr.store_id, pr.currency, pr.amount_minor, pr.starts_at, pr.ends_at"
                                        + " FROM price pr, product p, " + PLACES + " ORDER BY pr.starts_at"),
                        List.copyOf(places))
                .statement()
                .query((row, number) -> lines.computeIfAbsent(place(row), any -> new ArrayList<>())
                        .add(span(row)))
                .list();
        return lines;
    }

    private static Columns<ImportCheck.Place> places(
            JdbcClient.StatementSpec statement, List<ImportCheck.Place> places) {
        return new Columns<>(statement, places)
                .column("gtin", ImportCheck.Place::gtin)
                .column("store", ImportCheck.Place::store)
                .column("currency", ImportCheck.Place::currency);
    }

    private static ImportCheck.Place place(ResultSet row) throws SQLException {
        return new ImportCheck.Place(
                row.getString("gtin"), row.getObject("store_id", UUID.class), row.getString("currency"));
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

    private static final String PLACES = """
            unnest(:gtin::text[], :store::uuid[], :currency::text[]) AS l (gtin, store, currency)
            WHERE p.gtin = l.gtin AND pr.product_id = p.id AND pr.currency = l.currency AND pr.store_id IS NOT DISTINCT FROM l.store""";

    private static final String GOODS = """
            INSERT INTO product AS p (gtin, name, category, weight_grams, weight_sd_grams, vat_rate, minimum_age)
            SELECT * FROM unnest(:gtin::text[], :name::text[], :category::text[], :weight::numeric[], :sd::numeric[],
              :vat::numeric[], :age::smallint[])
            ON CONFLICT (tenant_id, gtin) DO UPDATE SET
              name = excluded.name, category = excluded.category, weight_grams = excluded.weight_grams,
              weight_sd_grams = excluded.weight_sd_grams, vat_rate = excluded.vat_rate, minimum_age = excluded.minimum_age,
              changed_at = now(), withdrawn_at = NULL""";
}
