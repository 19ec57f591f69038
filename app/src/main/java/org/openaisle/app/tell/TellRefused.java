package org.openaisle.app.tell;

/** The platform does not take what it is told, and sending it again would not help: the message says why and what to try. */
public final class TellRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TellRefused(String message) {
        super(message);
    }
}
