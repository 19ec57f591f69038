package org.openaisle.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;

/** The people of a camera frame, straight from the tokens: most of a recording's bytes are theirs. */
final class PeopleReader {
    private static final Map<String, Keypoint> KEYPOINTS = keypoints();
    private static final float[] NOTHING = {};

    private float[] numbers = new float[512];
    private int count;
    private final double[] box = new double[4];

    private static Map<String, Keypoint> keypoints() {
        Map<String, Keypoint> byLabel = new HashMap<>();
        for (Keypoint k : Keypoint.values()) {
            byLabel.put(k.label(), k);
        }
        return byLabel;
    }

    List<PersonDetection> read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadValue.wrong("people must be an array");
        }
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        List<PersonDetection> people = new ArrayList<>();
        do {
            String place = "people[" + people.size() + "]";
            try {
                people.add(person(json));
            } catch (BadValue e) {
                throw new BadValue(e.kind(), place + "." + e.text());
            } catch (IllegalArgumentException e) {
                throw BadValue.wrong(place + ": " + e.getMessage());
            }
        } while (json.nextToken() != JsonToken.END_ARRAY);
        return people;
    }

    private PersonDetection person(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw BadValue.wrong("* must be an object");
        }
        boolean boxed = false;
        double score = Double.NaN;
        float[] keypoints = new float[PersonDetection.NUMBERS];
        boolean keyed = false;
        float[] appearance = NOTHING;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "box" -> {
                    readBox(json);
                    boxed = true;
                }
                case "score" -> score = number(json, token, "score");
                case "keypoints" -> {
                    readKeypoints(json, keypoints);
                    keyed = true;
                }
                case "appearance" -> {
                    if (token != JsonToken.VALUE_NULL) {
                        readArray(json, "appearance");
                        appearance = count == 0 ? NOTHING : Arrays.copyOf(numbers, count);
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (!boxed || Double.isNaN(score) || !keyed) {
            throw BadValue.missing(!boxed ? "box" : !keyed ? "keypoints" : "score");
        }
        return new PersonDetection(box[0], box[1], box[2], box[3], score, keypoints, appearance);
    }

    private void readBox(JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY, "box", "an array");
        int i = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            double value = number(json, token, "box");
            if (i < 4) {
                box[i] = value;
            }
            i++;
        }
        if (i != 4) {
            throw BadValue.wrong("box must have 4 numbers, has " + i);
        }
    }

    private void readKeypoints(JsonParser json, float[] into) throws IOException {
        expect(json, JsonToken.START_OBJECT, "keypoints", "an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Keypoint point = KEYPOINTS.get(name);
            if (point == null) {
                // COCO has more points than the contract names.
                json.skipChildren();
                continue;
            }
            readArray(json, name);
            if (count != 3) {
                throw BadValue.wrong("keypoints." + name + " must have 3 numbers, has " + count);
            }
            System.arraycopy(numbers, 0, into, 3 * point.ordinal(), 3);
        }
    }

    private void readArray(JsonParser json, String place) throws IOException {
        expect(json, JsonToken.START_ARRAY, place, "an array");
        count = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = (float) number(json, token, place);
        }
    }

    private static void expect(JsonParser json, JsonToken token, String place, String must) {
        if (json.currentToken() != token) {
            throw BadValue.wrong(place + " must be " + must);
        }
    }

    private static double number(JsonParser json, JsonToken token, String place) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw BadValue.wrong(place + " must have numbers, has " + Excerpt.of(json.getText()));
        }
        double value = Json.number(json);
        if (!Double.isFinite(value)) {
            throw BadValue.wrong(place + " must be finite, has " + value);
        }
        return value;
    }
}
