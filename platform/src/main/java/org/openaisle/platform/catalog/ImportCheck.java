package org.openaisle.platform.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks for what lines that are right in themselves contradict: each other, or what is there. */
final class ImportCheck {
    /** What is there. */
    record Known(Map<String, UUID> products, Map<String, String> barcodes, Set<UUID> stores) {}

    /** One product at one place in one currency. */
    record Place(String gtin, @Nullable UUID store, String currency) {}

    private final Known known;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, ProductRow> goods = new HashMap<>();
    /** Whose a GTIN is, after the import. */
    private final Map<String, String> owner = new HashMap<>();

    private ImportCheck(Known known) {
        this.known = known;
    }

    /** Faults by line, in order. */
    static List<Fault> check(List<ProductRow> rows, Known known) {
        ImportCheck check = new ImportCheck(known);
        rows.forEach(check::checkGoods);
        check.checkBarcodes();
        rows.forEach(check::checkPrice);
        check.checkOverlaps(rows);
        check.faults.sort(Comparator.comparingLong(fault -> fault.line() == null ? 0 : fault.line()));
        return check.faults;
    }

    private void wrong(ProductRow row, String field, String message) {
        faults.add(new Fault(row.line(), field, message));
    }

    private void checkGoods(ProductRow row) {
        if (row.goods() == null) {
            return;
        }
        ProductRow first = goods.putIfAbsent(row.gtin(), row);
        if (first != null && !row.goods().equals(first.goods())) {
            wrong(row, "gtin", "the product stands in line " + first.line() + " already, and differently");
        }
    }

    private void checkBarcodes() {
        known.products().keySet().forEach(gtin -> owner.put(gtin, gtin));
        goods.keySet().forEach(gtin -> owner.put(gtin, gtin));
        known.barcodes().forEach((code, gtin) -> {
            // A product that is imported says anew which further codes it has.
            if (!goods.containsKey(gtin)) {
                owner.put(code, gtin);
            }
        });
        goods.values().stream()
                .sorted(Comparator.comparingLong(ProductRow::line))
                .forEach(this::checkCodesOf);
    }

    private void checkCodesOf(ProductRow row) {
        ProductRow.Goods product = row.goods();
        if (product == null) {
            return;
        }
        if (!row.gtin().equals(owner.get(row.gtin()))) {
            wrong(row, "gtin", "is a further barcode of " + owner.get(row.gtin()));
        }
        for (String code : product.barcodes()) {
            String other = owner.putIfAbsent(code, row.gtin());
            if (other != null) {
                wrong(
                        row,
                        "barcodes",
                        code + " is " + (other.equals(row.gtin()) ? "named twice" : "a barcode of " + other));
            }
        }
    }

    private void checkPrice(ProductRow row) {
        if (row.goods() == null && row.price() == null) {
            wrong(row, "gtin", "the line has neither a product nor a price");
        } else if (row.goods() == null
                && !goods.containsKey(row.gtin())
                && !known.products().containsKey(row.gtin())) {
            wrong(row, "gtin", "there is no such product; fill in name, weightGrams and vatRate to add it");
        }
        if (row.price() != null
                && row.price().store() != null
                && !known.stores().contains(row.price().store())) {
            wrong(row, "priceStore", "there is no such store");
        }
    }

    private void checkOverlaps(List<ProductRow> rows) {
        Map<Place, List<ProductRow>> places = new HashMap<>();
        for (ProductRow row : rows) {
            ProductRow.Price price = row.price();
            if (price == null) {
                continue;
            }
            List<ProductRow> others = places.computeIfAbsent(
                    new Place(row.gtin(), price.store(), price.currency()), any -> new ArrayList<>());
            others.add(row);
        }
        places.values().forEach(this::checkOverlapsAtOnePlace);
    }

    /** By their beginning, each can overlap only those that have not ended: the one that ends last is enough to look at. */
    private void checkOverlapsAtOnePlace(List<ProductRow> rows) {
        rows.sort(Comparator.comparing(row -> span(row).from()));
        ProductRow longest = rows.getFirst();
        for (ProductRow row : rows.subList(1, rows.size())) {
            if (span(row).overlaps(span(longest))) {
                ProductRow later = row.line() < longest.line() ? longest : row;
                long other = Math.min(row.line(), longest.line());
                wrong(later, "priceFrom", "the price overlaps the one in line " + other);
            }
            if (endsLater(span(row), span(longest))) {
                longest = row;
            }
        }
    }

    private static boolean endsLater(PriceSpan span, PriceSpan other) {
        return other.until() != null && (span.until() == null || span.until().isAfter(other.until()));
    }

    private static PriceSpan span(ProductRow row) {
        ProductRow.Price price = row.price();
        if (price == null) {
            throw new IllegalArgumentException("line " + row.line() + " has no price");
        }
        return price.span();
    }
}
