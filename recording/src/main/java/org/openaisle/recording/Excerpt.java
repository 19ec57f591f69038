package org.openaisle.recording;

import org.jspecify.annotations.Nullable;

/** The beginning of a text that came from outside, fit for a message. */
final class Excerpt {
    private static final int LONGEST = 120;
    private static final int LONGEST_MESSAGE = 300;

    private Excerpt() {}

    static String of(@Nullable String text) {
        return of(text, LONGEST);
    }

    /** A message that may carry a value from outside. */
    static String ofMessage(@Nullable String message) {
        return of(message, LONGEST_MESSAGE);
    }

    private static String of(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String line = text.lines().findFirst().orElse("");
        return line.length() > longest ? line.substring(0, longest) + "..." : line;
    }
}
