package org.openaisle.recording;

import org.openaisle.model.Observation;

/** What one source of observations has said about the time. */
final class SensorClock {
    private final String name;
    /** The own time it said last, believed or not. */
    private long newest = Long.MIN_VALUE;
    /** Where its present run began, in its own time and in the count of arrivals. */
    private long runFrom;

    private long runSince = Long.MIN_VALUE;

    SensorClock(String name) {
        this.name = name;
    }

    /** Whose clock an observation carries: what is decided in an office has one clock, whatever it is about. */
    static String nameOf(Observation observation) {
        return switch (observation) {
            case Observation.WeightSamples w -> w.plateId();
            case Observation.CameraFrame f -> f.cameraId();
            case Observation.ItemReading i -> i.cameraId();
            case Observation.GateScan g -> g.gateId();
            case Observation.GateCrossing g -> g.gateId();
            case Observation.KioskVisit k -> k.kioskId();
            case Observation.StaffNotice s -> "office";
            case Observation.PlanogramChange p -> "office";
            case Observation.CatalogChange c -> "office";
        };
    }

    /** The kind of device, since a plate and a camera may share a name. */
    static int kindOf(Observation observation) {
        return switch (observation) {
            case Observation.WeightSamples w -> 0;
            case Observation.CameraFrame f -> 1;
            case Observation.ItemReading i -> 1;
            case Observation.GateScan g -> 2;
            case Observation.GateCrossing g -> 2;
            case Observation.KioskVisit k -> 3;
            case Observation.StaffNotice s -> 4;
            case Observation.PlanogramChange p -> 4;
            case Observation.CatalogChange c -> 4;
        };
    }

    String name() {
        return name;
    }

    /**
     * Notes what it says now. A run is a stretch of lines whose times lie near each other and during which no other sensor was heard
     * with anything that counts.
     *
     * @param arrival this line's number in order of arrival
     * @param othersHeardAt the arrival number of the last such line of another sensor
     */
    void says(long time, long arrival, long othersHeardAt) {
        boolean leaps = runSince == Long.MIN_VALUE || !near(time);
        if (leaps || runSince < othersHeardAt) {
            runFrom = time;
            runSince = arrival;
        }
        newest = time;
    }

    long newest() {
        return newest;
    }

    boolean near(long time) {
        return Math.abs(newest - time) <= EventTime.LEAP_MILLIS;
    }

    /** Whether it has gone on by more than a leap with nobody else to be heard. */
    boolean isAlone() {
        return newest - runFrom > EventTime.LEAP_MILLIS;
    }
}
