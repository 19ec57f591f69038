package org.openaisle.platform.keys;

/** Something was sealed under a key that is not here, or was changed since: it cannot be opened. */
public final class LostKey extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostKey(String message) {
        super(message);
    }

    LostKey(String message, Throwable cause) {
        super(message, cause);
    }
}
