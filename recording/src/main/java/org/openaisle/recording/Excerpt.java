package org.openaisle.recording;

import org.jspecify.annotations.Nullable;

/** The beginning of a text that came from outside, fit for a message. */
final class Excerpt {
    private static final int LONGEST = 120;

    private Excerpt() {}

    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
