package org.openaisle.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Point3;

/**
 * One line of {@code observations.ndjson} to one {@link Observation}, or to the {@link Problem} that it has.
 *
 * <p>Never throws, whatever the bytes. The two types that make up nearly all of a recording, weight and detections, are read
 * straight from the tokens; the others by way of a small tree. Keeps buffers from line to line: not for two threads at once.
 */
public final class ObservationParser {
    /** The year 10000: beyond it a time is a mistake, and sums of times could overflow. */
    private static final long LAST_TIME = 253_402_300_800_000L;

    private final String file;
    private final KnownSensors sensors;
    private final PeopleReader people = new PeopleReader();
    private double[] samples = new double[64];

    /**
     * @param file the name that problems carry
     * @param sensors those of the store
     */
    public ObservationParser(String file, KnownSensors sensors) {
        this.file = file;
        this.sensors = sensors;
    }

    public Parsed parse(String line, long number) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length, number);
    }

    public Parsed parse(byte[] bytes, int from, int length, long number) {
        try (JsonParser json = Json.FACTORY.createParser(bytes, from, length)) {
            return parse(json, number);
        } catch (JsonProcessingException e) {
            return bad(number, Problem.Kind.MALFORMED, "not JSON: " + Excerpt.of(e.getOriginalMessage()));
        } catch (IOException e) {
            // Broken UTF-8 ends here.
            return bad(number, Problem.Kind.MALFORMED, "not JSON: " + Excerpt.of(e.getMessage()));
        } catch (BadValue e) {
            return bad(number, e.kind(), e.text());
        } catch (IllegalArgumentException e) {
            return bad(number, Problem.Kind.WRONG_VALUE, Excerpt.ofMessage(e.getMessage()));
        }
    }

    private Parsed.Bad bad(long number, Problem.Kind kind, String message) {
        return new Parsed.Bad(new Problem(file, number, kind, message));
    }

    /** What a line can say in fields that are read without a tree. */
    private static final class Fields {
        @Nullable
        String type;

        double @Nullable [] grams;

        @Nullable
        List<PersonDetection> people;
        /** Why {@code grams} or {@code people} is not there; told only when the type needs it. */
        @Nullable
        BadValue fault;

        final Map<String, @Nullable Object> others = new LinkedHashMap<>(8);
    }

    private Parsed parse(JsonParser json, long number) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadValue(Problem.Kind.MALFORMED, "must be a JSON object");
        }
        JsonStreamContext top = json.getParsingContext();
        Fields fields = new Fields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            try {
                switch (name) {
                    case "type" -> fields.type = token == JsonToken.VALUE_STRING ? json.getText() : null;
                    case "grams" -> fields.grams = grams(json);
                    case "people" -> fields.people = people.read(json);
                    default -> fields.others.put(name, Json.value(json));
                }
            } catch (BadValue e) {
                fields.fault = e;
                leaveValue(json, top);
            }
        }
        if (json.nextToken() != null) {
            throw new BadValue(
                    Problem.Kind.MALFORMED, "there is more after the JSON object. Maybe a line break is missing?");
        }
        if (fields.type == null) {
            throw BadValue.missing("type");
        }
        Observation observation = observation(fields.type, fields);
        return observation == null ? new Parsed.Unknown(number, fields.type) : new Parsed.Good(number, observation);
    }

    /** Goes on to the end of the value that was given up in the middle; throws when the line ends before. */
    @SuppressWarnings(
            "ReferenceEquality") // The parser has one context object for as long as the outermost object is open.
    private static void leaveValue(JsonParser json, JsonStreamContext top) throws IOException {
        while (json.getParsingContext() != top) {
            json.nextToken();
        }
    }

    /** Null for a type that is not known. */
    private @Nullable Observation observation(String type, Fields fields) {
        Node line = new Node("", fields.others);
        return switch (type) {
            case "weight" -> {
                String plate = sensors.plate(line.text("plateId"));
                yield new Observation.WeightSamples(
                        time(line), plate, line.number("interval"), needed("grams", fields.grams, fields));
            }
            case "detections" -> {
                String camera = sensors.camera(line.text("cameraId"));
                yield new Observation.CameraFrame(time(line), camera, needed("people", fields.people, fields));
            }
            case "item" -> {
                double[] xyz = line.child("position").numbers(3);
                yield new Observation.ItemReading(
                        time(line),
                        sensors.camera(line.text("cameraId")),
                        new Point3(xyz[0], xyz[1], xyz[2]),
                        line.list(
                                "candidates",
                                c -> new Observation.ItemReading.Candidate(c.gtin("gtin"), c.number("p"))));
            }
            case "gate" -> gate(line);
            case "staff" -> new Observation.StaffNotice(time(line), line.text("token"), line.text("role"));
            case "kiosk" ->
                new Observation.KioskVisit(time(line), sensors.kiosk(line.text("kioskId")), line.text("token"));
            case "planogram" -> {
                String plate = sensors.plate(line.text("plateId"));
                yield new Observation.PlanogramChange(time(line), plate, line.list("rows", r -> row(plate, r)));
            }
            case "catalog" ->
                new Observation.CatalogChange(time(line), line.list("products", CatalogFile::changedProduct));
            default -> null;
        };
    }

    private Observation gate(Node line) {
        String gate = sensors.gate(line.text("gateId"));
        String event = line.text("event");
        return switch (event) {
            case "scan" -> new Observation.GateScan(time(line), gate, line.text("token"), line.countOr("partySize", 1));
            case "crossed" -> new Observation.GateCrossing(time(line), gate);
            default -> throw BadValue.wrong("event must be 'scan' or 'crossed', is '" + Excerpt.of(event) + "'");
        };
    }

    private static PlanogramRow row(String plate, Node row) {
        Gtin gtin = row.gtin("gtin");
        return new PlanogramRow(plate, gtin, row.childOrNull("quantity") == null ? null : row.count("quantity"));
    }

    private static long time(Node line) {
        long t = line.integer("t");
        if (t < 0 || t >= LAST_TIME) {
            throw BadValue.wrong("t must be milliseconds since 1970, before the year 10000, is " + t);
        }
        return t;
    }

    private static <T> T needed(String name, @Nullable T value, Fields fields) {
        if (value != null) {
            return value;
        }
        throw fields.fault != null ? fields.fault : BadValue.missing(name);
    }

    private double[] grams(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadValue.wrong("grams must be an array");
        }
        int count = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                throw BadValue.wrong("grams[" + count + "] must be a number, is " + Excerpt.of(json.getText()));
            }
            if (count == samples.length) {
                samples = Arrays.copyOf(samples, 2 * count);
            }
            double value = Json.number(json);
            if (!Double.isFinite(value)) {
                throw BadValue.wrong("grams[" + count + "] must be a finite number, is " + value);
            }
            samples[count++] = value;
        }
        return Arrays.copyOf(samples, count);
    }
}
