package org.openaisle.recording;

/**
 * One thing that was wrong with a recording while it was read; the rest of the recording is used.
 *
 * @param file the file's name
 * @param line counted from 1; 0 when it is no single line's fault
 */
public record Problem(String file, long line, Kind kind, String message) {
    /** What can be wrong. */
    public enum Kind {
        /** Not JSON, or JSON that is no object. */
        MALFORMED("malformed"),
        /** A field that the type needs is not there. */
        MISSING_FIELD("missing field"),
        /** A field is there, with a value that cannot be. */
        WRONG_VALUE("wrong value"),
        /** A plate, camera, gate or kiosk that the store does not have. */
        UNKNOWN_SENSOR("unknown sensor"),
        /** A product that neither the catalogue nor a line before has named. */
        UNKNOWN_PRODUCT("unknown product"),
        /** A line beyond the limit of {@link ObservationReader#LONGEST_LINE}. */
        TOO_LONG("too long"),
        /** The file ends in the middle, or cannot be read on. */
        UNREADABLE("unreadable"),
        /** Came after the watermark had passed it. */
        LATE("late"),
        /** A sensor's clock that the other sensors contradict. */
        CLOCK("clock");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In words, for a summary. */
        public String label() {
            return label;
        }
    }

    @Override
    public String toString() {
        return (line > 0 ? file + ", line " + line : file) + ": " + message;
    }
}
