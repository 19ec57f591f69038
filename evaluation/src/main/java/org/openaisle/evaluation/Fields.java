package org.openaisle.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, asked for by name and kind; {@code where} begins every complaint. */
record Fields(Map<?, ?> map, String where) {
    static Fields of(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map, where);
        }
        throw new Malformed(where + ": must be an object");
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    @Nullable
    Object raw(String key) {
        return map.get(key);
    }

    String string(String key) {
        return need(key) instanceof String s ? s : fail(key, "string");
    }

    @Nullable
    String stringOrNull(String key) {
        return map.get(key) == null ? null : string(key);
    }

    long integer(String key) {
        Object value = need(key);
        return value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : fail(key, "int");
    }

    @Nullable
    Long integerOrNull(String key) {
        return map.get(key) == null ? null : (Long) integer(key);
    }

    double number(String key) {
        return need(key) instanceof Number n && Double.isFinite(n.doubleValue())
                ? n.doubleValue()
                : fail(key, "number");
    }

    double probability(String key) {
        double p = number(key);
        if (p < 0 || p > 1) {
            throw new Malformed(where + ": '" + key + "' must be within 0..1, is " + need(key));
        }
        return p;
    }

    boolean bool(String key) {
        return need(key) instanceof Boolean b ? b : fail(key, "bool");
    }

    List<?> list(String key) {
        return need(key) instanceof List<?> l ? l : fail(key, "list");
    }

    private Object need(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new Malformed(where + ": field '" + key + "' is missing");
        }
        return value;
    }

    private <T> T fail(String key, String kind) {
        String is = String.valueOf(map.get(key));
        throw new Malformed(
                where + ": field '" + key + "' must be " + kind + ", is " + is.substring(0, Math.min(60, is.length())));
    }
}
