package org.openaisle.platform.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.Columns;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which product stands on which plate of a store. */
final class Planograms implements ConfigurationPart {
    /**
     * A row; rows of one plate stand side by side in their order.
     *
     * @param quantity null: as many as the weight says
     */
    record Row(String plateId, String gtin, @Nullable Integer quantity) {}

    /** As the contract has it in {@code store.json}. */
    record Content(List<Row> planogram) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final Layouts layouts;

    Planograms(Transactions transactions, JdbcClient database, Layouts layouts) {
        this.transactions = transactions;
        this.database = database;
        this.layouts = layouts;
    }

    @Override
    public String name() {
        return "planogram";
    }

    @Override
    public Content content(TenantId tenant, UUID store) {
        return new Content(rows(tenant, store));
    }

    /** By plate, and on the plate from its beginning. */
    List<Row> rows(TenantId tenant, UUID store) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        SELECT r.plate_id, p.gtin, r.quantity FROM planogram_row r JOIN product p ON p.id = r.product_id
                        WHERE r.store_id = ? ORDER BY r.plate_id, r.position""")
                        .param(store)
                        .query((row, number) -> new Row(
                                row.getString("plate_id"),
                                row.getString("gtin"),
                                row.getObject("quantity", Integer.class)))
                        .list());
    }

    /**
     * Puts a whole planogram in the place of the one that is there.
     *
     * @return what is wrong, all of it; empty when it was done
     */
    List<Fault> replace(TenantId tenant, UUID store, List<Row> rows) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            Set<String> products = Set.copyOf(database.sql("SELECT gtin::text FROM product WHERE withdrawn_at IS NULL")
                    .query(String.class)
                    .list());
            List<Fault> faults = faults(rows, products, layouts.plates(tenant, store));
            if (faults.isEmpty()) {
                write(store, rows);
            }
            return faults;
        });
    }

    private static List<Fault> faults(List<Row> rows, Set<String> products, Set<String> plates) {
        List<Fault> faults = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String place = "planogram[" + i + "]";
            if (row.plateId().isBlank() || row.plateId().length() > 100) {
                faults.add(new Fault(null, place + ".plateId", "must have 1 to 100 letters"));
            } else if (!plates.isEmpty() && !plates.contains(row.plateId())) {
                faults.add(new Fault(null, place + ".plateId", "the store's layout has no such plate"));
            }
            if (!products.contains(row.gtin())) {
                faults.add(new Fault(null, place + ".gtin", "there is no such product; it needs 14 digits"));
            }
            if (row.quantity() != null && row.quantity() < 0) {
                faults.add(new Fault(null, place + ".quantity", "must not be negative"));
            }
            if (!seen.add(List.of(row.plateId(), row.gtin()))) {
                faults.add(new Fault(null, place, "stands on this plate already"));
            }
        }
        return faults;
    }

    private record Placed(int position, Row row) {}

    private void write(UUID store, List<Row> rows) {
        Map<String, Integer> next = new HashMap<>();
        List<Placed> placed = rows.stream()
                .map(row -> new Placed(next.merge(row.plateId(), 1, Integer::sum) - 1, row))
                .toList();
        database.sql("DELETE FROM planogram_row WHERE store_id = ?")
                .param(store)
                .update();
        if (placed.isEmpty()) {
            return;
        }
        new Columns<>(database.sql("""
                                INSERT INTO planogram_row (store_id, plate_id, position, product_id, quantity)
                                SELECT :store, r.plate, r.position, p.id, r.quantity
                                FROM unnest(:plate::text[], :position::smallint[], :gtin::text[], :quantity::int[])
                                  AS r (plate, position, gtin, quantity) JOIN product p ON p.gtin = r.gtin""").param("store", store), placed)
                .column("plate", p -> p.row().plateId())
                .column("position", Placed::position)
                .column("gtin", p -> p.row().gtin())
                .column("quantity", p -> p.row().quantity())
                .update();
    }
}
