package org.openaisle.recording;

import org.openaisle.model.Observation;

/** What became of one line. */
public sealed interface Parsed {
    /** Counted from 1. */
    long line();

    /** The line said something. */
    record Good(long line, Observation observation) implements Parsed {}

    /** The line cannot be used. */
    record Bad(Problem problem) implements Parsed {
        @Override
        public long line() {
            return problem.line();
        }
    }

    /** The line is of a type that this version does not know, and is skipped. */
    record Unknown(long line, String type) implements Parsed {}
}
