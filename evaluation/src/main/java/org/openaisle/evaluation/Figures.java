package org.openaisle.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures by name, in the order in which they are shown. A value is a {@link Long} (a count, money, milliseconds), a
 * {@link Double} (a share, a distance), or null where there was nothing to measure.
 */
public final class Figures {
    /** The measures of decisions and live carts that are shares of something, and shown in per cent. */
    private static final Set<String> DECISION_SHARES = Set.of(
            "exact",
            "exactShoppers",
            "exactUnreviewed",
            "review",
            "precision",
            "recall",
            "f1",
            "overcharged",
            "undercharged",
            "overTotal",
            "underTotal",
            "moneyOver",
            "moneyUnder",
            "liveWithin3s",
            "liveMissed");

    private final SequencedMap<String, @Nullable Number> values = new LinkedHashMap<>();

    Figures put(String name, @Nullable Number value) {
        values.put(name, value instanceof Integer i ? (Number) i.longValue() : value);
        return this;
    }

    /** These, and others after them. */
    Figures and(Figures others) {
        Figures both = new Figures();
        both.values.putAll(values);
        both.values.putAll(others.values);
        return both;
    }

    /** Of {@code a} in {@code b}; null when there is no b. */
    static @Nullable Double share(long a, long b) {
        return b == 0 ? null : (Double) ((double) a / b);
    }

    public SequencedMap<String, @Nullable Number> values() {
        return Collections.unmodifiableSequencedMap(values);
    }

    /** A measure that this score has; null where there was nothing to measure. */
    public @Nullable Double get(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("no measure '" + name + "'. Maybe one of " + values.keySet() + "?");
        }
        Number value = values.get(name);
        return value == null ? null : (Double) value.doubleValue();
    }

    /** A measure as a share in per cent, {@code "97.25 %"}; {@code "-"} where there is none. */
    public String percent(String name) {
        Double value = get(name);
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    /** A measure as it is: counts whole, everything else with four decimals; {@code "-"} where there is none. */
    public String plain(String name) {
        Double value = get(name);
        if (value == null) {
            return "-";
        }
        return values.get(name) instanceof Long whole ? whole.toString() : String.format(Locale.ROOT, "%.4f", value);
    }

    /** A share of receipts, units or money in per cent; anything else as it is. */
    public String text(String name) {
        return DECISION_SHARES.contains(name) ? percent(name) : plain(name);
    }

    /** One JSON object, a line a measure. */
    public String json() {
        StringBuilder text = new StringBuilder("{");
        String between = "\n";
        for (String name : values.keySet()) {
            text.append(between).append(" \"").append(name).append("\": ").append(values.get(name));
            between = ",\n";
        }
        return text.append("\n}").toString();
    }
}
