package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openaisle.model.Gtin;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation;

class ObservationParserTest {
    private final ObservationParser parser = new ObservationParser("observations.ndjson", TestStore.sensors());

    @Test
    void readsWeight() {
        var w = (Observation.WeightSamples)
                good("{\"type\":\"weight\",\"t\":1000,\"plateId\":\"P1\",\"interval\":50,\"grams\":[4003,3999.5,-1]}");
        assertThat(w.plateId()).isEqualTo("P1");
        assertThat(w.grams()).containsExactly(4003, 3999.5, -1);
        assertThat(w.ownTime()).isEqualTo(1100);
    }

    @Test
    void readsPeopleWithWhateverTheDetectorSaw() {
        var f = (Observation.CameraFrame) good("""
                {"people":[{"box":[1,2,3,4],"score":0.5,"keypoints":{"left_wrist":[10,20,0.75],"left_eye":[1,1,1]},"appearance":[0.5,-0.25],"extra":{"a":[1]}},
                {"box":[5,6,7,8],"score":1,"keypoints":{}}],"cameraId":"C2","t":5,"type":"detections"}""");
        assertThat(f.people()).hasSize(2);
        var first = f.people().getFirst();
        assertThat(first.sees(Keypoint.LEFT_WRIST)).isTrue();
        assertThat(first.x(Keypoint.LEFT_WRIST)).isEqualTo(10);
        assertThat(first.confidence(Keypoint.LEFT_WRIST)).isEqualTo(0.75);
        assertThat(first.sees(Keypoint.NOSE)).isFalse();
        assertThat(first.appearance()).containsExactly(0.5f, -0.25f);
        assertThat(f.people().get(1).appearance()).isEmpty();
    }

    @Test
    void readsTheRareTypes() {
        assertThat(
                        good(
                                "{\"type\":\"gate\",\"t\":1,\"gateId\":\"G1\",\"event\":\"scan\",\"token\":\"v1\",\"partySize\":3}"))
                .isEqualTo(new Observation.GateScan(1, "G1", "v1", 3));
        assertThat(good("{\"type\":\"gate\",\"t\":1,\"gateId\":\"G1\",\"event\":\"scan\",\"token\":\"v1\"}"))
                .isEqualTo(new Observation.GateScan(1, "G1", "v1", 1));
        assertThat(good("{\"type\":\"gate\",\"t\":1,\"gateId\":\"G2\",\"event\":\"crossed\",\"token\":null}"))
                .isEqualTo(new Observation.GateCrossing(1, "G2"));
        assertThat(good("{\"type\":\"staff\",\"t\":1,\"token\":\"v1\",\"role\":\"associate\"}"))
                .isEqualTo(new Observation.StaffNotice(1, "v1", "associate"));
        assertThat(good("{\"type\":\"kiosk\",\"t\":1,\"kioskId\":\"K1\",\"token\":\"v1\"}"))
                .isEqualTo(new Observation.KioskVisit(1, "K1", "v1"));
        var item = (Observation.ItemReading)
                good(
                        "{\"type\":\"item\",\"t\":1,\"cameraId\":\"C1\",\"position\":[1,2,3],\"candidates\":[{\"gtin\":\"04006381333931\",\"p\":0.6}]}");
        assertThat(item.candidates())
                .containsExactly(new Observation.ItemReading.Candidate(new Gtin(TestStore.COLA), 0.6));
        var rows = (Observation.PlanogramChange)
                good(
                        "{\"type\":\"planogram\",\"t\":1,\"plateId\":\"P1\",\"rows\":[{\"gtin\":\"04006381333931\",\"quantity\":null}]}");
        assertThat(rows.rows().getFirst().knownQuantity()).isEmpty();
        var products = (Observation.CatalogChange)
                good(
                        "{\"type\":\"catalog\",\"t\":1,\"products\":[{\"gtin\":\"04006381333931\",\"name\":\"C\",\"weight\":300,\"price\":99}]}");
        assertThat(products.products().getFirst().weightSdGrams()).isEqualTo(3);
    }

    @Test
    void skipsTypesOfLaterVersionsWhateverTheirFields() {
        assertThat(parser.parse("{\"type\":\"sound\",\"t\":\"noon\",\"grams\":7,\"people\":{\"a\":[]}}", 3))
                .isEqualTo(new Parsed.Unknown(3, "sound"));
    }

    @Test
    void skipsUnknownFieldsEvenWhereAnotherTypeHasThem() {
        assertThat(good("{\"type\":\"staff\",\"t\":1,\"token\":\"v1\",\"role\":\"x\",\"grams\":\"none\",\"people\":7}"))
                .isEqualTo(new Observation.StaffNotice(1, "v1", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"weight\"                                                                | MALFORMED      | not JSON",
                "weight                                                                              | MALFORMED      | not JSON",
                "[1,2]                                                                               | MALFORMED      | must be a JSON object",
                "{\"type\":\"staff\",\"t\":1,\"token\":\"a\",\"role\":\"b\"}{}                       | MALFORMED      | more after",
                "{\"t\":1}                                                                           | MISSING_FIELD  | type is missing",
                "{\"type\":\"weight\",\"plateId\":\"P1\",\"interval\":50,\"grams\":[1]}              | MISSING_FIELD  | t is missing",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":50}                    | MISSING_FIELD  | grams is missing",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"grams\":[1]}                      | MISSING_FIELD  | interval is missing",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":50,\"grams\":[]}       | WRONG_VALUE    | must not be empty",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":50,\"grams\":[1,NaN]}  | WRONG_VALUE    | grams[1] must be a finite number, is NaN",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":50,\"grams\":[1e999]}  | WRONG_VALUE    | grams[0] must be a finite number",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":50,\"grams\":[[1]]}    | WRONG_VALUE    | grams[0] must be a number",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P1\",\"interval\":-50,\"grams\":[1]}     | WRONG_VALUE    | interval",
                "{\"type\":\"weight\",\"t\":-1,\"plateId\":\"P1\",\"interval\":50,\"grams\":[1]}     | WRONG_VALUE    | t must be milliseconds",
                "{\"type\":\"weight\",\"t\":1e300,\"plateId\":\"P1\",\"interval\":50,\"grams\":[1]}  | WRONG_VALUE    | t must be an integer",
                "{\"type\":\"weight\",\"t\":\"1\",\"plateId\":\"P1\",\"interval\":50,\"grams\":[1]}  | WRONG_VALUE    | t must be an integer, is 1",
                "{\"type\":\"weight\",\"t\":1,\"plateId\":\"P9\",\"interval\":50,\"grams\":[1]}      | UNKNOWN_SENSOR | plate 'P9' is not in store.json",
                "{\"type\":\"detections\",\"t\":1,\"cameraId\":\"C9\",\"people\":[]}                 | UNKNOWN_SENSOR | camera 'C9'",
                "{\"type\":\"detections\",\"t\":1,\"cameraId\":\"C1\",\"people\":[{\"box\":[1,2,3],\"score\":1,\"keypoints\":{}}]} | WRONG_VALUE | people[0].box must have 4 numbers, has 3",
                "{\"type\":\"detections\",\"t\":1,\"cameraId\":\"C1\",\"people\":[{\"box\":[1,2,3,4],\"score\":1,\"keypoints\":{\"nose\":[1,NaN,1]}}]} | WRONG_VALUE | people[0].nose must be finite",
                "{\"type\":\"detections\",\"t\":1,\"cameraId\":\"C1\",\"people\":[{\"box\":[1,2,3,4],\"keypoints\":{}}]} | MISSING_FIELD | people[0].score is missing",
                "{\"type\":\"gate\",\"t\":1,\"gateId\":\"G7\",\"event\":\"crossed\"}                 | UNKNOWN_SENSOR | gate 'G7'",
                "{\"type\":\"gate\",\"t\":1,\"gateId\":\"G1\",\"event\":\"scan\"}                    | MISSING_FIELD  | token is missing",
                "{\"type\":\"gate\",\"t\":1,\"gateId\":\"G1\",\"event\":\"opened\"}                  | WRONG_VALUE    | 'opened'",
                "{\"type\":\"kiosk\",\"t\":1,\"kioskId\":\"K7\",\"token\":\"v\"}                     | UNKNOWN_SENSOR | kiosk 'K7'",
                "{\"type\":\"item\",\"t\":1,\"cameraId\":\"C1\",\"position\":[1,2,3],\"candidates\":[{\"gtin\":\"04006381333932\",\"p\":1}]} | WRONG_VALUE | candidates[0].gtin: gtin 04006381333932 has a wrong check digit",
            })
    void saysWhatIsWrong(String line, Problem.Kind kind, String part) {
        Problem problem = ((Parsed.Bad) parser.parse(line, 17)).problem();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.toString())
                .startsWith("observations.ndjson, line 17: ")
                .contains(part);
    }

    @Test
    void saysSoWhenTheTextIsNoUtf8() {
        byte[] line = "{\"type\":\"staff\",\"t\":1,\"token\":\"?\",\"role\":\"b\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        line[new String(line, java.nio.charset.StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
        Problem problem = ((Parsed.Bad) parser.parse(line, 0, line.length, 1)).problem();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }

    @Test
    void doesNotFallIntoADeepHole() {
        Problem problem = ((Parsed.Bad) parser.parse("{\"type\":\"x\",\"a\":" + "[".repeat(100_000), 1)).problem();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }

    private Observation good(String line) {
        Parsed parsed = parser.parse(line, 1);
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good) parsed).observation();
    }
}
