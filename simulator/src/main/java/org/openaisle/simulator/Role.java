package org.openaisle.simulator;

import java.util.List;

/**
 * Somebody in a script.
 *
 * @param party whose party it is; one's own name for the one with the code
 * @param announced how many people the code is for; 0: as many as come
 */
record Role(String name, String party, boolean child, boolean code, boolean staff, int announced, List<Cue> cues) {
    /** A deed at its time; goods move about a second after the hand has set out. */
    record Cue(long atMillis, Deed deed) {}
}
