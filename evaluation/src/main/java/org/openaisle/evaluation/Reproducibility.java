package org.openaisle.evaluation;

import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.Replay;

/** Whether the same observations give the same decisions, byte for byte, whatever happens on the way. */
public final class Reproducibility {
    private Reproducibility() {}

    /** What is decided when every line takes another time to arrive, drawn anew between 0 and 2 s. */
    public static String withArrivalsDrawnAnew(RecordingFolder recording, long seed) {
        Transcript transcript = new Transcript();
        RedrawnArrivals redrawn = new RedrawnArrivals(new EngineSink(engine(recording), transcript), seed);
        Replay.run(recording, redrawn);
        redrawn.finish();
        return transcript.decisions();
    }

    /** What is decided when the engine is thrown away and resumed from a snapshot, about {@code times} times at random places. */
    public static String withRestarts(RecordingFolder recording, long observations, int times, long seed) {
        Transcript transcript = new Transcript();
        double probability = (double) times / Math.max(1, observations);
        EngineSink restarting = EngineSink.restarting(engine(recording), transcript, seed, probability);
        Replay.run(recording, restarting);
        return transcript.decisions();
    }

    private static Engine engine(RecordingFolder recording) {
        return new Engine(recording.store(), recording.catalog(), EngineParameters.defaults());
    }
}
