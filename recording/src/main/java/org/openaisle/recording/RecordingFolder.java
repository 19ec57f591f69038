package org.openaisle.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openaisle.model.Catalog;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;

/**
 * A recording: what one store's sensors saw in one stretch of time.
 *
 * @param folder where its files lie
 * @param store the layout, sensors and planogram at the start
 * @param catalog the products
 * @param observationsFile plain or compressed
 */
public record RecordingFolder(Path folder, Store store, Catalog catalog, Path observationsFile) {
    public static final String STORE = "store.json";
    public static final String CATALOG = "catalog.json";
    public static final String OBSERVATIONS = "observations.ndjson";
    public static final String COMPRESSED_OBSERVATIONS = "observations.ndjson.zst";
    public static final String TRUTH = "truth.json";
    public static final String TRUTH_TRACKS = "truth-tracks.ndjson";

    /**
     * Opens a recording: reads store and catalogue, and looks for the observations.
     *
     * @throws BadRecording when something is missing or cannot be used
     */
    public static RecordingFolder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadRecording("there is no folder " + folder + ". A recording is a folder with " + STORE + ", "
                    + CATALOG + " and " + OBSERVATIONS + " (or " + COMPRESSED_OBSERVATIONS + ")");
        }
        Catalog catalog = CatalogFile.read(folder.resolve(CATALOG));
        Store store = StoreFile.read(folder.resolve(STORE), catalog);
        Path plain = folder.resolve(OBSERVATIONS);
        Path compressed = folder.resolve(COMPRESSED_OBSERVATIONS);
        if (!Files.isRegularFile(plain) && !Files.isRegularFile(compressed)) {
            throw new BadRecording(
                    "there is neither " + OBSERVATIONS + " nor " + COMPRESSED_OBSERVATIONS + " in " + folder);
        }
        return new RecordingFolder(folder, store, catalog, Files.isRegularFile(plain) ? plain : compressed);
    }

    /** The observations from their beginning. */
    public ObservationReader observations() {
        return new ObservationReader(observationsFile, new KnownSensors(store));
    }

    /** Whether it is known what really happened. */
    public boolean hasTruth() {
        return Files.isRegularFile(folder.resolve(TRUTH));
    }

    public boolean hasTruthTracks() {
        return Files.isRegularFile(folder.resolve(TRUTH_TRACKS));
    }

    /**
     * What really happened.
     *
     * @throws BadRecording when the file is missing or cannot be used
     */
    public Truth truth() {
        return TruthFile.read(folder.resolve(TRUTH));
    }

    /**
     * Where everybody was.
     *
     * @throws BadRecording when the file is missing or cannot be used
     */
    public List<Truth.Moment> truthTracks() {
        return TruthTracksFile.read(folder.resolve(TRUTH_TRACKS));
    }
}
