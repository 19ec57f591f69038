package org.openaisle.evaluation;

/** An input of a score is not what the contract says; the message names the file, the line and what is wrong there. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }
}
