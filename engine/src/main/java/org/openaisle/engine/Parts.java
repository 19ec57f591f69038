package org.openaisle.engine;

import org.openaisle.engine.hands.HandSensing;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.ShelfSensor;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.FloorTracker;
import org.openaisle.model.Store;

/** The engine's sensing parts. An evaluation replaces one by the truth to see how many receipts that part loses. */
public interface Parts {
    /** The real ones. */
    Parts SENSED = new Parts() {};

    default Floor floor(Store store, EngineParameters parameters) {
        return new FloorTracker(store, parameters.tracking());
    }

    default ShelfSensing shelves(Shelving shelving, EngineParameters parameters) {
        return new ShelfSensor(shelving, parameters.shelf());
    }

    default Reaches hands(Floor floor, Shelving shelving, EngineParameters parameters) {
        return new HandSensing(floor, shelving, parameters.hands());
    }
}
