package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is cheaper for a time. */
final class Promotions {
    /** How it is cheaper; each kind has fields of its own. */
    enum Kind {
        PERCENT_OFF,
        AMOUNT_OFF,
        PAY_FEWER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A promotion.
     *
     * @param store null: in all stores
     * @param percentOff for {@link Kind#PERCENT_OFF}
     * @param amountOffMinor off each unit, for {@link Kind#AMOUNT_OFF}
     * @param unitsTaken of so many taken, {@code unitsPaid} are paid, for {@link Kind#PAY_FEWER}
     * @param products GTINs
     */
    record Promotion(
            UUID id,
            @Nullable UUID store,
            String name,
            Kind kind,
            @Nullable BigDecimal percentOff,
            @Nullable Long amountOffMinor,
            @Nullable Integer unitsTaken,
            @Nullable Integer unitsPaid,
            Instant startsAt,
            @Nullable Instant endsAt,
            List<String> products) {
        public Promotion {
            products = List.copyOf(products);
        }
    }

    private final Transactions transactions;
    private final JdbcClient database;

    Promotions(Transactions transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** Those that have not ended, and those to come. */
    List<Promotion> list(TenantId tenant, Instant now) {
        return transactions.call(
                Access.to(tenant, Purpose.OPERATIONS),
                () -> database.sql("""
                        SELECT p.*, ARRAY(
                          SELECT g.gtin::text FROM promotion_product pp JOIN product g ON g.id = pp.product_id
                          WHERE pp.promotion_id = p.id ORDER BY 1) AS gtins
                        FROM promotion p WHERE ends_at IS NULL OR ends_at > ?::timestamptz ORDER BY starts_at, id""")
                        .param(now.toString())
                        .query((row, number) -> new Promotion(
                                row.getObject("id", UUID.class),
                                row.getObject("store_id", UUID.class),
                                row.getString("name"),
                                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getBigDecimal("percent_off"),
                                row.getObject("amount_off_minor", Long.class),
                                row.getObject("units_taken", Integer.class),
                                row.getObject("units_paid", Integer.class),
                                Products.instant(row, "starts_at"),
                                Products.nullable(row, "ends_at"),
                                List.of((String[]) row.getArray("gtins").getArray())))
                        .list());
    }

    /**
     * Adds it, or puts it in the place of the one with its id.
     *
     * @return what is wrong; empty when it was done
     */
    List<Fault> put(TenantId tenant, Promotion promotion) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            List<Fault> faults = new ArrayList<>(faults(promotion));
            Set<String> known = Set.copyOf(database.sql("SELECT gtin::text FROM product WHERE gtin = ANY (?)")
                    .param(promotion.products().toArray(String[]::new))
                    .query(String.class)
                    .list());
            Set<String> unknown = new TreeSet<>(promotion.products());
            unknown.removeAll(known);
            unknown.forEach(gtin -> faults.add(new Fault(null, "products", "there is no product " + gtin)));
            if (promotion.store() != null
                    && database.sql("SELECT 1 FROM store WHERE id = ?")
                            .param(promotion.store())
                            .query()
                            .listOfRows()
                            .isEmpty()) {
                faults.add(new Fault(null, "store", "there is no such store"));
            }
            if (faults.isEmpty()) {
                write(promotion);
            }
            return faults;
        });
    }

    private static List<Fault> faults(Promotion p) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "name", !p.name().isBlank() && p.name().length() <= 200, "must have 1 to 200 letters");
        check(faults, "products", !p.products().isEmpty(), "must name at least one product");
        check(faults, "endsAt", p.endsAt() == null || p.endsAt().isAfter(p.startsAt()), "must be after startsAt");
        boolean percent = p.kind() == Kind.PERCENT_OFF;
        BigDecimal off = p.percentOff();
        check(
                faults,
                "percentOff",
                percent
                        ? off != null
                                && off.signum() > 0
                                && off.compareTo(BigDecimal.valueOf(100)) <= 0
                                && off.stripTrailingZeros().scale() <= 2
                        : off == null,
                percent ? "must be over 0 and up to 100, with up to 2 decimals" : "belongs to PERCENT_OFF only");
        boolean amount = p.kind() == Kind.AMOUNT_OFF;
        Long minor = p.amountOffMinor();
        check(
                faults,
                "amountOffMinor",
                amount ? minor != null && minor > 0 : minor == null,
                amount ? "must be over 0" : "belongs to AMOUNT_OFF only");
        boolean fewer = p.kind() == Kind.PAY_FEWER;
        Integer taken = p.unitsTaken();
        Integer paid = p.unitsPaid();
        check(
                faults,
                "unitsTaken",
                fewer ? taken != null && paid != null && paid > 0 && taken > paid : taken == null && paid == null,
                fewer ? "must be more than unitsPaid, and that over 0" : "belongs to PAY_FEWER only");
        return faults;
    }

    private static void check(List<Fault> faults, String field, boolean good, String message) {
        if (!good) {
            faults.add(new Fault(null, field, message));
        }
    }

    private void write(Promotion p) {
        database.sql("DELETE FROM promotion WHERE id = ?").param(p.id()).update();
        database.sql("""
                INSERT INTO promotion (id, store_id, name, kind, percent_off, amount_off_minor, units_taken, units_paid, starts_at, ends_at)
                VALUES (:id, :store::uuid, :name, :kind, :percent::numeric, :amount::bigint, :taken::int, :paid::int,
                  :from::timestamptz, :until::timestamptz)""")
                .param("id", p.id())
                .param("store", text(p.store()))
                .param("name", p.name())
                .param("kind", p.kind().id())
                .param("percent", text(p.percentOff()))
                .param("amount", text(p.amountOffMinor()))
                .param("taken", text(p.unitsTaken()))
                .param("paid", text(p.unitsPaid()))
                .param("from", p.startsAt().toString())
                .param("until", text(p.endsAt()))
                .update();
        database.sql("""
                INSERT INTO promotion_product (promotion_id, product_id)
                SELECT ?, id FROM product WHERE gtin = ANY (?)""").params(p.id(), p.products().toArray(String[]::new)).update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    boolean delete(TenantId tenant, UUID id) {
        return transactions.call(
                        Access.to(tenant, Purpose.OPERATIONS),
                        () -> database.sql("DELETE FROM promotion WHERE id = ?")
                                .param(id)
                                .update())
                > 0;
    }
}
