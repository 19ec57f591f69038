package org.openaisle.recording;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Camera;
import org.openaisle.model.Gate;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Plate;
import org.openaisle.model.Store;

/** The identifiers that a store's observations may carry, and the one copy of each that they all share. */
public final class KnownSensors {
    private final Map<String, String> plates = new HashMap<>();
    private final Map<String, String> cameras = new HashMap<>();
    private final Map<String, String> gates = new HashMap<>();
    private final Map<String, String> kiosks = new HashMap<>();

    public KnownSensors(Store store) {
        for (Plate p : store.plates()) {
            plates.put(p.plateId(), p.plateId());
        }
        for (Camera c : store.cameras()) {
            cameras.put(c.cameraId(), c.cameraId());
        }
        for (Gate g : store.gates()) {
            gates.put(g.gateId(), g.gateId());
        }
        for (Kiosk k : store.kiosks()) {
            kiosks.put(k.kioskId(), k.kioskId());
        }
    }

    String plate(String id) {
        return known("plate", plates.get(id), id);
    }

    String camera(String id) {
        return known("camera", cameras.get(id), id);
    }

    String gate(String id) {
        return known("gate", gates.get(id), id);
    }

    String kiosk(String id) {
        return known("kiosk", kiosks.get(id), id);
    }

    private static String known(String what, @Nullable String found, String id) {
        if (found == null) {
            String shown = id.length() > 60 ? id.substring(0, 60) + "..." : id;
            throw new BadValue(
                    Problem.Kind.UNKNOWN_SENSOR,
                    what + " '" + shown
                            + "' is not in store.json. Maybe it was added since, or belongs to another store?");
        }
        return found;
    }
}
