package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openaisle.engine.Engine;
import org.openaisle.engine.EngineParameters;
import org.openaisle.recording.RecordingFolder;
import org.openaisle.recording.Replay;

/** The same observations give the same decisions, byte for byte, however they arrive and whatever happens to the engine between. */
class ReproducibilityTest {
    static Stream<Path> recordings() {
        List<Path> recordings = new ArrayList<>();
        recordings.add(Path.of(System.getProperty("openaisle.root", "..")).resolve("samples/corner-shop"));
        recordings.add(Path.of(System.getProperty("openaisle.contract", "../shared/contract")).resolve("samples/kiosk-calm"));
        return recordings.stream().filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void twice(Path folder) {
        RecordingFolder recording = RecordingFolder.open(folder);
        Transcript once = new Transcript();
        EngineRun.of(recording, once);
        assertThat(once.decisions()).isEqualTo(decisions(recording)).isNotEmpty();
        assertThat(once.tracks()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void withEveryArrivalDrawnAnew(Path folder) {
        RecordingFolder recording = RecordingFolder.open(folder);
        String expected = decisions(recording);
        for (long seed = 1; seed <= 2; seed++) {
            System.out.println("arrivals of " + folder.getFileName() + " drawn anew, seed " + seed);
            Transcript transcript = new Transcript();
            RedrawnArrivals redrawn = new RedrawnArrivals(new EngineSink(engine(recording), transcript), seed);
            Replay.run(recording, redrawn);
            redrawn.finish();
            assertThat(transcript.decisions()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void withAnEngineThatIsStoppedAndResumedFromItsSnapshotAtRandomPlaces(Path folder) {
        RecordingFolder recording = RecordingFolder.open(folder);
        Transcript once = new Transcript();
        EngineRun run = EngineRun.of(recording, once);
        System.out.println("restarts of " + folder.getFileName() + ", seed 3");
        Transcript transcript = new Transcript();
        double about20 = 20.0 / run.summary().observed();
        EngineSink restarting = EngineSink.restarting(engine(recording), transcript, 3, about20);
        Replay.run(recording, restarting);
        assertThat(transcript.decisions()).isEqualTo(once.decisions());
        assertThat(transcript.tracks()).isEqualTo(once.tracks());
        assertThat(restarting.restarted()).isPositive();
    }

    private static String decisions(RecordingFolder recording) {
        Transcript transcript = new Transcript();
        Replay.run(recording, new EngineSink(engine(recording), transcript));
        return transcript.decisions();
    }

    private static Engine engine(RecordingFolder recording) {
        return new Engine(recording.store(), recording.catalog(), EngineParameters.defaults());
    }
}
