package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openaisle.model.Camera;
import org.openaisle.model.Gate;
import org.openaisle.model.Gtin;

class StoreFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsAStore() {
        RecordingFolder recording = TestStore.recording(folder, "");
        assertThat(recording.store().plates()).extracting(p -> p.plateId()).containsExactly("P1", "P2");
        assertThat(recording.store().gates()).extracting(Gate::kind).containsExactly(Gate.Kind.ENTRY, Gate.Kind.EXIT);
        assertThat(recording.store().cameras()).extracting(Camera::cameraId).containsExactly("C1", "C2");
        assertThat(recording.store().cameras().get(1).r()).containsExactly(1, 0, 0, 0, 0, -1, 0, 1, 0);
        assertThat(recording.store().trackedZone()).isNull();
        assertThat(recording.catalog().find(new Gtin(TestStore.SOAP))).isNotNull();
        assertThat(recording.hasTruth()).isFalse();
    }

    @Test
    void readsARoomWithoutGoods() {
        String room = """
                {"storeId": "room", "currency": "EUR", "floor": [[0,0],[5,0],[5,5]], "gates": [], "fixtures": [], "planogram": [],
                 "cameras": [], "trackedZone": [[1,0],[4,0],[4,2]]}""";
        RecordingFolder recording = RecordingFolder.open(TestStore.folder(folder, room, "{\"products\": []}", ""));
        assertThat(recording.store().trackedZone()).isNotNull();
        assertThat(recording.store().plates()).isEmpty();
    }

    @Test
    void oneProductMayStandOnSeveralPlates() {
        String wide = TestStore.STORE_JSON.replace(
                "\"planogram\": [",
                "\"planogram\": [{\"plateId\": \"P2\", \"gtin\": \"04006381333931\", \"quantity\": 0}, ");
        assertThat(RecordingFolder.open(TestStore.folder(folder, wide, TestStore.CATALOG_JSON, ""))
                        .store()
                        .planogram())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rate\": 20}]          | \"rate\": -20}]        | fixtures[0].shelves[0].plates[1]: rate of plate P2 must be a positive number, is -20.0",
                "\"rate\": 20}]          | \"rate\": NaN}]        | fixtures[0].shelves[0].plates[1].rate must be a finite number, is NaN",
                "\"depth\": 0.45         | \"depth\": \"deep\"    | depth must be a finite number, is deep",
                "\"plateId\": \"P2\", \"from\" | \"plateId\": \"P1\", \"from\" | plate 'P1' occurs twice",
                "\"cameraId\": \"C2\"    | \"cameraId\": \"C1\"   | camera 'C1' occurs twice",
                "\"gateId\": \"G2\"      | \"gateId\": \"G1\"     | gate 'G1' occurs twice",
                "\"kind\": \"EXIT\"      | \"kind\": \"WAY OUT\"  | gates[1].kind must be ENTRY, EXIT or BOTH, is WAY OUT",
                "{\"plateId\": \"P2\", \"gtin\": \"00012345678905\" | {\"plateId\": \"P2\", \"gtin\": \"00012345678912\" | planogram[1] names product 00012345678912, which catalog.json does not have",
                "{\"plateId\": \"P2\", \"gtin\": \"00012345678905\" | {\"plateId\": \"P9\", \"gtin\": \"00012345678905\" | planogram[1] names plate 'P9', which no shelf has",
                "{\"plateId\": \"P2\", \"gtin\": \"00012345678905\" | {\"plateId\": \"P1\", \"gtin\": \"04006381333931\" | a second time",
                "\"quantity\": 3         | \"quantity\": -3       | must not be negative",
                "\"timeZone\": \"Europe/Paris\" | \"timeZone\": \"Paris\" | timeZone 'Paris' is not known",
                "\"storeId\": \"corner\",| ''                     | storeId is missing",
                "[[0,0],[12,0],[12,8],[0,8]] | [[0,0],[12,0]]     | floor: a polygon needs at least 3 corners, has 2",
                "\"T\": [0,0,0]          | \"T\": [0,0]           | cameras[0].T must have 3 numbers, has 2",
                "\"K\": [[800,0,640],[0,800,360],[0,0,1]] | \"K\": [[800,0,640],[0,800,360]] | cameras[0].K must be 3 x 3",
                "\"currency\": \"EUR\",  | \"currency\": \"EUR\" oops | not JSON",
                "\"currency\": \"EUR\",  | \"currency\": \"EUR\", \"storeId\": \"x\", | Duplicate field 'storeId'",
            })
    void refusesABadStoreAndSaysWhere(String good, String bad, String message) {
        String store = TestStore.STORE_JSON.replace(good, bad == null ? "" : bad);
        assertThat(store).isNotEqualTo(TestStore.STORE_JSON);
        Path made = TestStore.folder(folder, store, TestStore.CATALOG_JSON, "");
        assertThatThrownBy(() -> RecordingFolder.open(made))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining("store.json")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"gtin\": \"00012345678905\" | \"gtin\": \"04006381333931\" | product 04006381333931 occurs twice",
                "\"gtin\": \"00012345678905\" | \"gtin\": \"12345\"          | products[1].gtin: gtin must be 14 digits, is '12345'",
                "\"weight\": 90               | \"weight\": -90              | products[1]: weight of 00012345678905 must be a positive number, is -90.0",
                "\"weight\": 90               | \"weight\": Infinity         | products[1].weight must be a finite number, is Infinity",
                "\"price\": 250               | \"price\": 2.5               | products[1].price must be an integer, is 2.5",
                "\"taxRate\": 0.2             | \"taxRate\": 20              | products[1].taxRate must be a share within 0..1, is 20.0. Maybe it is a percentage?",
                "\"name\": \"Soap\",          | ''                           | products[1].name is missing",
            })
    void refusesABadCatalogAndSaysWhere(String good, String bad, String message) {
        String catalog = TestStore.CATALOG_JSON.replace(good, bad == null ? "" : bad);
        Path made = TestStore.folder(folder, TestStore.STORE_JSON, catalog, "");
        assertThatThrownBy(() -> RecordingFolder.open(made))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining("catalog.json")
                .hasMessageContaining(message);
    }

    @Test
    void saysWhatARecordingNeeds() {
        assertThatThrownBy(() -> RecordingFolder.open(folder.resolve("nowhere")))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining("store.json, catalog.json and observations.ndjson");
        assertThatThrownBy(() -> RecordingFolder.open(folder))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining("there is no catalog.json in");
    }
}
