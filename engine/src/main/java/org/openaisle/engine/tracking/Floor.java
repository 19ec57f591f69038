package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.List;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.KioskVisit;

/** The people in the store. Everything is told in event order; the answers depend on nothing else. */
public interface Floor extends Serializable {
    void see(CameraFrame frame);

    void scan(GateScan scan);

    void cross(GateCrossing crossing);

    void identify(KioskVisit visit);

    /** Says that event time has come to {@code t}, so that what time alone ends can end. */
    void advance(long t);

    /** Everybody inside the gates, and who left within the last {@link Track#MEMORY_MILLIS}, by id. */
    List<Track> tracks();

    /** Every party with a member inside, and those whose last member left within {@link Track#MEMORY_MILLIS}, by id. */
    List<Party> parties();

    /** The parties whose last member has gone (all of {@link Party#exitedAt} is final) since this was last asked. */
    List<Party> departed();

    /** The probability that the body of {@code track} at {@code t} was a member of {@code party}: an identity is a belief once people have been mixed up. */
    double belief(Track track, Party party, long t);
}
