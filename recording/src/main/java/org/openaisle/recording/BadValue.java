package org.openaisle.recording;

/** A value inside a file or a line is not what it must be. */
final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem.Kind kind;

    BadValue(Problem.Kind kind, String message) {
        // No stack trace: a damaged file can make thousands of these, and the message says it all.
        super(Excerpt.ofMessage(message), null, false, false);
        this.kind = kind;
    }

    static BadValue wrong(String message) {
        return new BadValue(Problem.Kind.WRONG_VALUE, message);
    }

    static BadValue missing(String place) {
        return new BadValue(Problem.Kind.MISSING_FIELD, place + " is missing");
    }

    Problem.Kind kind() {
        return kind;
    }

    String text() {
        String message = getMessage();
        return message == null ? kind.toString() : message;
    }
}
