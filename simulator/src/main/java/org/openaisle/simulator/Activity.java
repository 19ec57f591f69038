package org.openaisle.simulator;

/** Something that a person does; one after the other from the agenda. */
interface Activity {
    /** Goes on with it for one tick; whether it is done. May put further activities at the head of the agenda. */
    boolean step(Person who, World world, long now);
}
