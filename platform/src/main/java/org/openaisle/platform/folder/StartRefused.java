package org.openaisle.platform.folder;

/** The platform cannot start like this, and whoever started it can change that: the message says how. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
