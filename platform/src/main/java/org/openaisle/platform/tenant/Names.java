package org.openaisle.platform.tenant;

import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Refused;

/** Names that people give. */
final class Names {
    private Names() {}

    /** The name without spaces around it; refused when nothing is left, or it is too long, or holds what cannot be printed. */
    static String checked(String field, @Nullable String name, int longest) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > longest
                || trimmed.codePoints().anyMatch(Character::isISOControl)) {
            throw Refused.unprocessable(field + " must have 1 to " + longest + " characters, in one line.");
        }
        return trimmed;
    }
}
