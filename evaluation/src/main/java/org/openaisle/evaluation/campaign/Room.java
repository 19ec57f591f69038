package org.openaisle.evaluation.campaign;

/** Recordings held in memory, as many as there is room for. */
final class Room {
    private final long bytes;
    private long taken;
    private int held;

    Room(long bytes) {
        this.bytes = bytes;
    }

    /** Simulates a trial and holds it; where there is no room it is left to be simulated whenever it is played. */
    Simulated place(Trial trial) {
        if (full()) {
            return Simulated.anew(trial);
        }
        Simulated.Held recording = Simulated.held(trial);
        return keep(recording.bytes()) ? recording : Simulated.anew(trial);
    }

    private synchronized boolean full() {
        return taken >= bytes;
    }

    private synchronized boolean keep(long more) {
        if (taken + more > bytes) {
            return false;
        }
        taken += more;
        held++;
        return true;
    }

    synchronized int held() {
        return held;
    }

    synchronized long taken() {
        return taken;
    }
}
