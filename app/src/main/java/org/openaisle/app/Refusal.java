package org.openaisle.app;

/** The command cannot do what was asked, and the person who asked can change that: the message says how. Exit code 2. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
