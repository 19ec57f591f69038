package org.openaisle.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Output.SensorHealth.State;

/** Which cameras are alive. Empty frames count: they say that the camera looks. */
final class CameraWatch implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long SILENT_MILLIS = 5_000;

    private final Map<String, Long> lastSeen = new TreeMap<>();
    private final Map<String, State> states = new TreeMap<>();
    private final List<SensorHealth> changes = new ArrayList<>();

    void see(CameraFrame frame) {
        lastSeen.put(frame.cameraId(), frame.t());
        set(frame.t(), frame.cameraId(), State.GOOD, "sends frames");
    }

    void advance(long t) {
        lastSeen.forEach((camera, seen) -> {
            if (t - seen > SILENT_MILLIS) {
                set(t, camera, State.SILENT, "has sent nothing for " + SILENT_MILLIS / 1000 + " s");
            }
        });
    }

    private void set(long t, String camera, State state, String message) {
        State before = states.put(camera, state);
        if (before != state && !(before == null && state == State.GOOD)) {
            changes.add(new SensorHealth(t, camera, state, message));
        }
    }

    List<SensorHealth> changes() {
        List<SensorHealth> out = List.copyOf(changes);
        changes.clear();
        return out;
    }
}
