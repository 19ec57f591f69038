package org.openaisle.platform.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a batch.
 *
 * @param index its place in the batch, from 0
 * @param id as far as it could be read
 * @param reason why it was refused; sending it again as it is would not help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(
        int index,
        @Nullable String id,
        String outcome,
        @Nullable String reason) {
    /** What may become of an event. */
    enum Kind {
        /** Stored and applied. */
        STORED,
        /** Stored before: nothing changed. */
        KNOWN,
        REFUSED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome of(int index, String id, Kind kind) {
        return new Outcome(index, id, kind.id(), null);
    }

    static Outcome refused(int index, @Nullable String id, String reason) {
        return new Outcome(index, id, Kind.REFUSED.id(), reason);
    }

    boolean is(Kind kind) {
        return outcome.equals(kind.id());
    }
}
