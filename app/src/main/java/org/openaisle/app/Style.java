package org.openaisle.app;

/** Emphasis in texts, where the terminal shows it; plain text elsewhere. */
record Style(boolean colours) {
    String strong(String text) {
        return wrap("1", text);
    }

    String warning(String text) {
        return wrap("33", text);
    }

    String quiet(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
