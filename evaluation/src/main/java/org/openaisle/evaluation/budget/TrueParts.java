package org.openaisle.evaluation.budget;

import java.util.List;
import java.util.Set;
import org.openaisle.engine.EngineParameters;
import org.openaisle.engine.Parts;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;
import org.openaisle.recording.RecordingFolder;

/** The engine's parts with some of them replaced by the truth. */
final class TrueParts implements Parts {
    /** A part that can be replaced. */
    enum Part {
        TRACKS,
        HANDS,
        WEIGHTS
    }

    private final Set<Part> replaced;
    private final Truth truth;
    private final List<Truth.Moment> moments;

    TrueParts(RecordingFolder recording, Set<Part> replaced) {
        this.replaced = Set.copyOf(replaced);
        this.truth = recording.truth();
        this.moments = recording.truthTracks();
    }

    @Override
    public Floor floor(Store store, EngineParameters parameters) {
        Floor seen = Parts.super.floor(store, parameters);
        return replaced.contains(Part.TRACKS) ? new TrueFloor(seen, truth, moments) : seen;
    }

    @Override
    public ShelfSensing shelves(Shelving shelving, EngineParameters parameters) {
        return replaced.contains(Part.WEIGHTS)
                ? new TrueShelves(truth, shelving.catalog())
                : Parts.super.shelves(shelving, parameters);
    }

    @Override
    public Reaches hands(Floor floor, Shelving shelving, EngineParameters parameters) {
        Reaches sensed = Parts.super.hands(floor, shelving, parameters);
        return replaced.contains(Part.HANDS) ? new TrueHands(truth, moments, shelving, floor, sensed) : sensed;
    }
}
