package org.openaisle.platform.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Refused;

/**
 * Some rows of a list.
 *
 * @param next to be given as {@code after} for those that follow; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 200;

    /** What the caller asked for. */
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refused.badRequest("limit must be from 1 to " + MOST + ", is " + asked + ".");
        }
        return asked;
    }

    /** Of so many rows that were asked for; where they all came there may be more. */
    static <T> Page<T> of(List<T> rows, int limit, Function<T, Object> key) {
        boolean more = rows.size() == limit;
        return new Page<>(rows, more ? encode(key.apply(rows.getLast()).toString()) : null);
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key behind a cursor; empty for none. */
    static String key(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return "";
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (key.length() <= 300 && key.chars().noneMatch(Character::isISOControl)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw noCursor();
    }

    /** The id behind a cursor; null for none. */
    static @Nullable UUID id(@Nullable String after) {
        String key = key(after);
        try {
            return key.isEmpty() ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
    }

    private static Refused noCursor() {
        return Refused.badRequest("after must be what an earlier page gave as next.");
    }
}
