package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;

/** Reads one line's texts, whether they came as CSV or JSON, and collects all that is wrong with them. */
final class RowReader {
    static final List<String> COLUMNS = List.of(
            "gtin",
            "barcodes",
            "name",
            "category",
            "weightGrams",
            "weightSdGrams",
            "vatRate",
            "minimumAge",
            "price",
            "currency",
            "priceFrom",
            "priceUntil",
            "priceStore");

    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final List<String> GOODS = COLUMNS.subList(1, 8);
    private static final List<String> PRICE = COLUMNS.subList(8, 13);

    private final long line;
    private final Map<String, String> texts;
    private final List<Fault> faults;

    private RowReader(long line, Map<String, String> texts, List<Fault> faults) {
        this.line = line;
        this.texts = texts;
        this.faults = faults;
    }

    /** The line; null when something is wrong, which is then among the faults. */
    static @Nullable ProductRow read(long line, Map<String, String> texts, List<Fault> faults) {
        int before = faults.size();
        RowReader reader = new RowReader(line, texts, faults);
        String gtin = reader.gtin("gtin", reader.text("gtin"));
        ProductRow.Goods goods = reader.any(GOODS) ? reader.goods() : null;
        ProductRow.Price price = reader.any(PRICE) ? reader.price() : null;
        return faults.size() > before || gtin == null ? null : new ProductRow(line, gtin, goods, price);
    }

    private String text(String column) {
        return texts.getOrDefault(column, "").strip();
    }

    private boolean any(List<String> columns) {
        return columns.stream().anyMatch(column -> !text(column).isEmpty());
    }

    private void wrong(String column, String message) {
        faults.add(new Fault(line, column, message));
    }

    /** As GTIN-14: shorter ones are the same with zeros before them. */
    private @Nullable String gtin(String column, String text) {
        if (!GTIN.matcher(text).matches()) {
            wrong(column, "must be 8, 12, 13 or 14 digits");
            return null;
        }
        try {
            return new Gtin("0".repeat(14 - text.length()) + text).digits();
        } catch (IllegalArgumentException e) {
            wrong(column, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private ProductRow.@Nullable Goods goods() {
        int before = faults.size();
        List<String> barcodes = new ArrayList<>();
        Arrays.stream(text("barcodes").split("[ ;,]+", -1))
                .filter(code -> !code.isEmpty())
                .map(code -> gtin("barcodes", code))
                .forEach(code -> barcodes.add(String.valueOf(code)));
        String name = text("name");
        if (name.isEmpty() || name.length() > 200) {
            wrong("name", "must have 1 to 200 letters");
        }
        BigDecimal weight = number("weightGrams", "0.01", "9999999.99", 2, null);
        BigDecimal sd = number("weightSdGrams", "0", "9999999.99", 2, hundredth(weight));
        BigDecimal vat = number("vatRate", "0", "1", 4, null);
        BigDecimal age = number("minimumAge", "0", "99", 0, BigDecimal.ZERO);
        String category = text("category");
        if (faults.size() > before || weight == null || sd == null || vat == null || age == null) {
            return null;
        }
        return new ProductRow.Goods(
                barcodes, name, category.isEmpty() ? null : category, weight, sd, vat, age.intValueExact());
    }

    /** What units of a product usually differ by, when nobody says it. */
    private static @Nullable BigDecimal hundredth(@Nullable BigDecimal weight) {
        return weight == null ? BigDecimal.ZERO : weight.movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal number(
            String column, String least, String most, int decimals, @Nullable BigDecimal usual) {
        String text = text(column);
        if (text.isEmpty() && usual != null) {
            return usual;
        }
        try {
            // Longer texts are no such numbers, and may be dear to read: 1e999999999.
            BigDecimal value = new BigDecimal(text.length() > 20 ? "" : text);
            boolean good = value.scale() <= decimals + 2
                    && value.stripTrailingZeros().scale() <= decimals
                    && value.compareTo(new BigDecimal(least)) >= 0
                    && value.compareTo(new BigDecimal(most)) <= 0;
            if (good) {
                return value.setScale(decimals);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        wrong(column, "must be a number from " + least + " to " + most + " with up to " + decimals + " decimals");
        return null;
    }

    private ProductRow.@Nullable Price price() {
        BigDecimal amount = number("price", "0", "999999999999", 0, null);
        String currency = text("currency");
        if (!CURRENCY.matcher(currency).matches()) {
            wrong("currency", "must be three letters such as EUR");
        }
        Instant from = instant("priceFrom", true);
        Instant until = instant("priceUntil", false);
        if (from != null && until != null && !until.isAfter(from)) {
            wrong("priceUntil", "must be after priceFrom");
            return null;
        }
        UUID store = store();
        return amount == null || from == null
                ? null
                : new ProductRow.Price(store, currency, new PriceSpan(amount.longValueExact(), from, until));
    }

    private @Nullable Instant instant(String column, boolean needed) {
        String text = text(column);
        if (text.isEmpty() && !needed) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            int year = OffsetDateTime.parse(text).getYear();
            if (year >= 1970 && year <= 9999) {
                return instant.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        wrong(column, "must be a time with its zone such as 2026-03-01T00:00:00+01:00");
        return null;
    }

    private @Nullable UUID store() {
        String text = text("priceStore");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            wrong("priceStore", "must be a store's id, or empty for all stores");
            return null;
        }
    }
}
