package org.openaisle.recording;

/** A recording that cannot be used at all: the message says which file, where in it, and what to try. */
public final class BadRecording extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRecording(String message) {
        super(message);
    }

    public BadRecording(String message, Throwable cause) {
        super(message, cause);
    }
}
