package org.openaisle.model;

import java.io.Serializable;

/** A line on the floor over which people come or go. */
public record Gate(String gateId, Kind kind, Segment2 line) implements Serializable {
    public enum Kind {
        ENTRY,
        EXIT,
        BOTH;

        public boolean letsIn() {
            return this != EXIT;
        }

        public boolean letsOut() {
            return this != ENTRY;
        }
    }

    public Gate {
        Check.named("gateId", gateId);
    }
}
