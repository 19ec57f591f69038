package org.openaisle.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Catalog;

/**
 * What a score compares: decided and true receipts, read strictly. GTINs are texts here, since a wrong check digit is
 * the engine's fault to be counted and not a reason to refuse the file.
 */
public final class Receipts {
    private Receipts() {}

    /** A decision, as written. */
    public record Decided(
            @Nullable String token,
            long enteredAt,
            long exitedAt,
            long decidedAt,
            double confidence,
            boolean review,
            SequencedMap<String, Line> lines) {
        public Decided {
            lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
        }

        SequencedMap<String, Long> quantities() {
            return Receipts.quantities(lines);
        }
    }

    /** Units of a product; {@code probability} is 1 in the truth. */
    public record Line(long quantity, double probability) {}

    /** What a visit really took; {@code exitedAt} is null for who is still inside. */
    public record Taken(
            @Nullable String token,
            long enteredAt,
            @Nullable Long exitedAt,
            boolean staff,
            SequencedMap<String, Long> lines) {
        public Taken {
            lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
        }
    }

    /** The true visits, and prices in minor units by GTIN. */
    public record Truth(Map<String, Long> prices, List<Taken> visits) {
        public Truth {
            prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
            visits = List.copyOf(visits);
        }
    }

    /** Reads a {@code decisions.ndjson}. */
    public static List<Decided> readDecisions(Path file) {
        return parseDecisions(Json.text(file), String.valueOf(file.getFileName()));
    }

    /** The same from a text; {@code name} is what complaints call it. */
    public static List<Decided> parseDecisions(String text, String name) {
        List<Decided> decisions = new ArrayList<>();
        int number = 0;
        for (String line : lines(text)) {
            number++;
            if (!line.isBlank()) {
                decisions.add(decided(line, name + ", line " + number));
            }
        }
        return decisions;
    }

    /** Reads {@code truth.json} and the prices of {@code catalog.json} in a recording's folder. */
    public static Truth readTruth(Path folder) {
        Map<String, Long> prices = new LinkedHashMap<>();
        Fields catalog = Fields.of(Json.read(folder.resolve("catalog.json")), "catalog.json");
        int i = 0;
        for (Object product : catalog.list("products")) {
            Fields fields = Fields.of(product, "catalog.json, products[" + i++ + "]");
            prices.put(fields.string("gtin"), fields.integer("price"));
        }
        List<Taken> visits = new ArrayList<>();
        Fields truth = Fields.of(Json.read(folder.resolve("truth.json")), "truth.json");
        i = 0;
        for (Object visit : truth.list("visits")) {
            visits.add(taken(Fields.of(visit, "truth.json, visits[" + i++ + "]")));
        }
        return new Truth(prices, visits);
    }

    /** The same as the simulator knows it. */
    public static Truth of(Catalog catalog, org.openaisle.model.Truth truth) {
        Map<String, Long> prices = new LinkedHashMap<>();
        catalog.products().forEach((gtin, product) -> prices.put(gtin.digits(), product.price()));
        List<Taken> visits = new ArrayList<>();
        for (org.openaisle.model.Truth.Visit v : truth.visits()) {
            SequencedMap<String, Long> lines = new LinkedHashMap<>();
            v.lines().forEach(line -> lines.put(line.gtin().digits(), (long) line.quantity()));
            visits.add(new Taken(v.token(), v.enteredAt(), v.exitedAt(), v.staff(), lines));
        }
        return new Truth(prices, visits);
    }

    static List<String> lines(String text) {
        // Not String.lines: an empty last line is none either way, but a reader says so without a copy of the text.
        try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decided decided(String line, String where) {
        Fields o = Fields.of(Json.parse(line, where), where);
        if (!o.has("token")) {
            throw new Malformed(where + ": field 'token' is missing (null for people without a scan)");
        }
        return new Decided(
                o.stringOrNull("token"),
                o.integer("enteredAt"),
                o.integer("exitedAt"),
                o.integer("decidedAt"),
                o.probability("confidence"),
                o.bool("review"),
                receipt(o, true));
    }

    private static Taken taken(Fields o) {
        Object staff = o.raw("staff");
        return new Taken(
                o.stringOrNull("token"),
                o.integer("enteredAt"),
                o.integerOrNull("exitedAt"),
                Boolean.TRUE.equals(staff),
                quantities(receipt(o, false)));
    }

    private static SequencedMap<String, Line> receipt(Fields visit, boolean withProbability) {
        SequencedMap<String, Line> lines = new LinkedHashMap<>();
        int i = 0;
        for (Object raw : visit.list("lines")) {
            Fields l = Fields.of(raw, visit.where() + ", lines[" + i++ + "]");
            String gtin = l.string("gtin");
            if (gtin.length() != 14 || !gtin.chars().allMatch(Character::isDigit)) {
                throw new Malformed(l.where() + ": gtin must be 14 digits, is '" + gtin + "'");
            }
            long quantity = l.integer("quantity");
            if (quantity <= 0) {
                throw new Malformed(
                        l.where() + ": quantity must be positive, is " + quantity + " (leave lines of quantity 0 out)");
            }
            if (lines.containsKey(gtin)) {
                throw new Malformed(l.where() + ": gtin " + gtin + " occurs twice");
            }
            lines.put(gtin, new Line(quantity, withProbability ? l.probability("probability") : 1));
        }
        return lines;
    }

    private static SequencedMap<String, Long> quantities(SequencedMap<String, Line> lines) {
        SequencedMap<String, Long> quantities = new LinkedHashMap<>();
        lines.forEach((gtin, line) -> quantities.put(gtin, line.quantity()));
        return quantities;
    }
}
