package org.openaisle.platform.visit;

/** An event that cannot be taken: the message says what is wrong with it, and quotes nothing that may be personal. */
final class BadEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadEvent(String message) {
        super(message, null, false, false);
    }
}
