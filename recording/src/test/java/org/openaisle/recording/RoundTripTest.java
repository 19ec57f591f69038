package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.model.Decision;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Point3;
import org.openaisle.model.Product;
import org.openaisle.model.Truth;

class RoundTripTest {
    private static final Gtin COLA = new Gtin(TestStore.COLA);
    private static final Gtin SOAP = new Gtin(TestStore.SOAP);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"observations.ndjson", "observations.ndjson.zst"})
    void observationsComeBackAsTheyWere(String name) {
        float[] keypoints = new float[PersonDetection.NUMBERS];
        keypoints[3] = 100.5f;
        keypoints[4] = 7;
        keypoints[5] = 0.875f;
        var person = new PersonDetection(1, 2.5, 3, 4, 0.75, keypoints, new float[] {0.25f, -0.0f, -1});
        List<Observation> all = List.of(
                new Observation.WeightSamples(1000, "P1", 50, new double[] {1, 2.25, -3e-7}),
                new Observation.CameraFrame(1001, "C1", List.of(person)),
                new Observation.CameraFrame(1002, "C2", List.of()),
                new Observation.ItemReading(
                        1003, "C1", new Point3(1, 2, 3.5), List.of(new Observation.ItemReading.Candidate(COLA, 0.5))),
                new Observation.GateScan(1004, "G1", "v1", 2),
                new Observation.GateCrossing(1005, "G2"),
                new Observation.StaffNotice(1006, "v1", "associate"),
                new Observation.PlanogramChange(
                        1007, "P2", List.of(new PlanogramRow("P2", COLA, 3), new PlanogramRow("P2", SOAP, null))),
                new Observation.CatalogChange(
                        1008, List.of(new Product(SOAP, "Soap \"mild\"\n", 90, 0.5, 99, 0.2, "", 0))),
                new Observation.KioskVisit(1009, "K1", "v1"));
        Path file = folder.resolve(name);
        try (ObservationsFile out = ObservationsFile.create(file)) {
            all.forEach(out::write);
        }
        List<Observation> back = new ArrayList<>();
        try (ObservationReader in = new ObservationReader(file, TestStore.sensors())) {
            for (Parsed p = in.next(); p != null; p = in.next()) {
                back.add(((Parsed.Good) p).observation());
            }
        }
        assertThat(back).usingElementComparator(Observation.EVENT_ORDER).isEqualTo(all);
        assertThat(((Observation.CameraFrame) back.get(1)).people().getFirst().score())
                .isEqualTo(0.75);
    }

    @Test
    void storeAndCatalogComeBackAsTheyWere() {
        RecordingFolder recording = TestStore.recording(folder, "");
        CatalogFile.write(folder.resolve("catalog.json"), recording.catalog());
        StoreFile.write(folder.resolve("store.json"), recording.store());
        RecordingFolder back = RecordingFolder.open(folder);
        assertThat(back.catalog()).isEqualTo(recording.catalog());
        assertThat(back.store()).usingRecursiveComparison().isEqualTo(recording.store());
    }

    @Test
    void truthComesBackAsItWas() {
        Truth truth = new Truth(
                List.of(
                        new Truth.Visit("v1", 1, 2L, false, 2, List.of("p1", "p2"), List.of(new Truth.Line(COLA, 2))),
                        new Truth.Visit(null, 1, null, false, 1, List.of(), List.of())),
                List.of(
                        new Truth.Event(1, Truth.Kind.TAKE, "v1", "p1", COLA, 1, "P1", null, null),
                        new Truth.Event(2, Truth.Kind.HANDOVER, "v1", "p1", COLA, 1, null, "v2", "p3"),
                        new Truth.Event(3, Truth.Kind.FOREIGN, null, "p4", null, -1, "P1", null, null)));
        TruthFile.write(folder.resolve("truth.json"), truth);
        assertThat(TruthFile.read(folder.resolve("truth.json"))).isEqualTo(truth);

        List<Truth.Moment> moments = List.of(
                new Truth.Moment(
                        1, List.of(new Truth.Person("p1", "v1", 1.25, 3), new Truth.Person("p2", null, -1, 0))),
                new Truth.Moment(2, List.of()));
        TruthTracksFile.write(folder.resolve("truth-tracks.ndjson"), moments);
        assertThat(TruthTracksFile.read(folder.resolve("truth-tracks.ndjson"))).isEqualTo(moments);
    }

    @Test
    void decisionsHaveSixDecimalsAndComeBack() throws IOException {
        Path file = folder.resolve("decisions.ndjson");
        var first = new Decision("v1", 1, 2, 3, List.of(new Decision.Line(COLA, 2, 0.9979999)), 1, false);
        var second = new Decision(null, 1, 2, 3, List.of(), 0.1234564, true);
        try (DecisionsFile out = DecisionsFile.create(file)) {
            out.write(first);
            assertThat(Files.readString(file)).as("handed on at once").isNotEmpty();
            out.write(second);
        }
        assertThat(Files.readString(file)).isEqualTo("""
                {"token":"v1","enteredAt":1,"exitedAt":2,"decidedAt":3,"lines":[{"gtin":"04006381333931","quantity":2,"probability":0.998000}],"confidence":1.000000,"review":false}
                {"token":null,"enteredAt":1,"exitedAt":2,"decidedAt":3,"lines":[],"confidence":0.123456,"review":true}
                """);
        assertThat(DecisionsFile.read(file)).extracting(Decision::confidence).containsExactly(1.0, 0.123456);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"enteredAt\":1}                                              | token (null for people without a scan) is missing",
                "{\"token\":\"v\",\"enteredAt\":1.5}                            | enteredAt must be an integer, is 1.5",
                "{\"token\":\"v\",\"enteredAt\":1,\"exitedAt\":2,\"decidedAt\":3,\"lines\":[],\"confidence\":1.5,\"review\":false} | confidence must be within 0..1, is 1.5",
                "{\"token\":\"v\",\"enteredAt\":1,\"exitedAt\":2,\"decidedAt\":3,\"lines\":[{\"gtin\":\"04006381333931\",\"quantity\":0,\"probability\":1}],\"confidence\":1,\"review\":false} | lines[0]: quantity of 04006381333931 must be at least 1",
                "{\"token\":                                                    | not JSON",
                "7                                                              | must be a JSON object",
            })
    void aBadDecisionIsNamedWithFileAndLine(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("decisions.ndjson"), "\n" + line + "\n");
        assertThatThrownBy(() -> DecisionsFile.read(file))
                .isInstanceOf(BadRecording.class)
                .hasMessageContaining("decisions.ndjson, line 2: ")
                .hasMessageContaining(message);
    }

    @Test
    void tracksAndCartsAreLines() throws IOException {
        Path tracks = folder.resolve("tracks.ndjson");
        var positions = new Output.Positions(
                200,
                List.of(
                        new Output.Positions.Person("7", 1.23456, 2, "v1"),
                        new Output.Positions.Person("8", 0, 0, null)));
        try (TracksFile out = TracksFile.create(tracks)) {
            out.write(positions);
        }
        assertThat(Files.readString(tracks))
                .isEqualTo("{\"t\":200,\"people\":[{\"track\":\"7\",\"x\":1.235,\"y\":2,\"token\":\"v1\"},"
                        + "{\"track\":\"8\",\"x\":0,\"y\":0,\"token\":null}]}\n");
        assertThat(TracksFile.read(tracks).getFirst().people()).hasSize(2);

        Path carts = folder.resolve("carts.ndjson");
        try (CartsFile out = CartsFile.create(carts)) {
            out.write(new Output.CartChanged(5, 4, "v1", COLA, 2, 0.9));
        }
        assertThat(Files.readString(carts))
                .isEqualTo(
                        "{\"t\":5,\"happenedAt\":4,\"token\":\"v1\",\"gtin\":\"04006381333931\",\"quantity\":2,\"probability\":0.900000}\n");
    }
}
