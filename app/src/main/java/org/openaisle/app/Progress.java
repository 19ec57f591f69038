package org.openaisle.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on the terminal that says how far long work has come; nothing at all where no person watches. */
final class Progress implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long FIRST_AFTER_NANOS = 500_000_000;
    private static final long EVERY_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean watched;
    private long nextAt = System.nanoTime() + FIRST_AFTER_NANOS;
    private boolean shown;

    Progress(PrintWriter err) {
        this.err = err;
        Console console = System.console();
        this.watched = console != null && console.isTerminal();
    }

    /** {@code share} of the work is done, 0..1. */
    void at(double share, String note) {
        long now = System.nanoTime();
        if (!watched || now < nextAt) {
            return;
        }
        nextAt = now + EVERY_NANOS;
        shown = true;
        int full = (int) Math.round(CELLS * Math.max(0, Math.min(1, share)));
        err.print(CLEAR
                + String.format(
                        Locale.ROOT,
                        "[%s%s] %3.0f %%  %s",
                        "=".repeat(full),
                        " ".repeat(CELLS - full),
                        100 * share,
                        note));
        err.flush();
    }

    /** Takes the line away, so that something else can be printed. */
    void clear() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
