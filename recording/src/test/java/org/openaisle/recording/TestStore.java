package org.openaisle.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openaisle.model.Store;

/** A corner of a shop with two of everything. */
final class TestStore {
    static final String COLA = "04006381333931";
    static final String SOAP = "00012345678905";

    static final String CATALOG_JSON = """
            {"products": [
              {"gtin": "04006381333931", "name": "Cola 330 ml", "weight": 355.0, "weightSd": 2.1, "price": 179, "taxRate": 0.055,
               "category": "drinks", "minimumAge": 0, "colour": "red"},
              {"gtin": "00012345678905", "name": "Soap", "weight": 90, "weightSd": 0.5, "price": 250, "taxRate": 0.2}
            ]}
            """;

    static final String STORE_JSON = """
            {
              "storeId": "corner", "name": "Corner shop", "timeZone": "Europe/Paris", "currency": "EUR",
              "floor": [[0,0],[12,0],[12,8],[0,8]],
              "obstacles": [[[9,2],[10,2],[10,3]]],
              "gates": [{"gateId": "G1", "kind": "ENTRY", "line": [[0,1],[0,2]]}, {"gateId": "G2", "kind": "EXIT", "line": [[0,3],[0,4]]}],
              "kiosks": [{"kioskId": "K1", "position": [1.0, 5.0]}],
              "fixtures": [{"fixtureId": "F1", "footprint": [[2,2],[6,2],[6,2.5],[2,2.5]], "height": 1.8, "front": [[2,2],[6,2]],
                "shelves": [{"shelfId": "S1", "height": 0.9, "plates": [
                  {"plateId": "P1", "from": [2.0,2.0], "to": [2.6,2.0], "depth": 0.45, "capacity": 15000, "rate": 20},
                  {"plateId": "P2", "from": [2.6,2.0], "to": [3.2,2.0], "depth": 0.45, "capacity": 15000, "rate": 20}]}]}],
              "planogram": [{"plateId": "P1", "gtin": "04006381333931", "quantity": 12}, {"plateId": "P2", "gtin": "00012345678905", "quantity": 3}],
              "cameras": [
                {"cameraId": "C1", "width": 1280, "height": 720, "rate": 10, "K": [[800,0,640],[0,800,360],[0,0,1]],
                 "distortion": [0,0,0,0,0], "R": [[1,0,0],[0,1,0],[0,0,1]], "T": [0,0,0]},
                {"cameraId": "C2", "width": 1280, "height": 720, "rate": 10, "K": [[800,0,640],[0,800,360],[0,0,1]],
                 "distortion": [-0.1,0.01,0,0,0], "R": [[1,0,0],[0,0,-1],[0,1,0]], "T": [0.5,0,3]}]
            }
            """;

    private TestStore() {}

    static Path folder(Path folder, String store, String catalog, String observations) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("store.json"), store);
            Files.writeString(folder.resolve("catalog.json"), catalog);
            Files.writeString(folder.resolve("observations.ndjson"), observations);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordingFolder recording(Path folder, String observations) {
        return RecordingFolder.open(folder(folder, STORE_JSON, CATALOG_JSON, observations));
    }

    static Store store() {
        try {
            Path folder = Files.createTempDirectory("store");
            try {
                return recording(folder, "").store();
            } finally {
                for (String name : new String[] {"store.json", "catalog.json", "observations.ndjson"}) {
                    Files.delete(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KnownSensors sensors() {
        return new KnownSensors(store());
    }
}
