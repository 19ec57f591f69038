package org.openaisle.platform.ops;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/** Traces with the kinds of exceptions and without their messages: a library's message may quote what somebody has sent. */
final class DiscreetTraces implements StackTracePrinter {
    private static final int MOST_CHARACTERS = 20_000;
    private static final StackTracePrinter PRINTER = StandardStackTracePrinter.rootLast()
            .withFormatter(exception -> exception.getClass().getName())
            .withMaximumLength(MOST_CHARACTERS);

    @Override
    public void printStackTrace(Throwable exception, Appendable to) throws IOException {
        PRINTER.printStackTrace(exception, to);
    }
}
