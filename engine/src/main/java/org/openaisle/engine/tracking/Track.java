package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** One person over time, from gate to gate. Keeps the last {@link #MEMORY_MILLIS} of places and wrists. */
public interface Track extends Serializable {
    /** How far back places and wrists are kept: longer than most faults of a plate, with a margin for the decision. */
    long MEMORY_MILLIS = 120_000;

    int id();

    /** The party it most probably belongs to; null as long as it belongs to none (outside the gates). */
    @Nullable
    Party party();

    /** When it came in over a gate. */
    long enteredAt();

    /** When it left over a gate; {@link Long#MAX_VALUE} while it is inside. */
    long leftAt();

    /** Height of the body, metres. */
    double heightMetres();

    /** The middle of the body over the floor at a remembered time (interpolated); null when it was not there then. */
    @Nullable
    Point2 at(long t);

    /** Standard deviation of {@link #at}, metres, one axis; grows while nobody sees the person. */
    double spreadMetres(long t);

    /** What the cameras saw of the wrists from {@code from} to {@code to}, both included, by time. */
    List<WristSighting> wrists(long from, long to);
}
