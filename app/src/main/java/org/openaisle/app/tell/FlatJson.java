package org.openaisle.app.tell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** JSON objects as maps: written whole, read as far as texts and numbers of the outermost object go. */
final class FlatJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private FlatJson() {}

    static String write(SequencedMap<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object entry : list) {
                    write(json, entry);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            // Written as a number, since it is one: a text would be refused.
            case Probability p -> json.writeNumber(p.sixDecimals());
            default -> json.writeString(value.toString());
        }
    }

    /** A probability, written with six decimals as everywhere. */
    record Probability(double value) {
        String sixDecimals() {
            long millionths = Math.round(value * 1e6);
            return millionths / 1_000_000 + "."
                    + Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
        }
    }

    /** Texts, numbers and truths of the outermost object, as texts. */
    static Map<String, String> read(String text) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isStructStart()) {
                    json.skipChildren();
                } else {
                    values.put(name, json.getText());
                }
            }
        }
        return values;
    }

    /** The first text of a name, at whatever depth; empty when there is none. */
    static String anywhere(String text, String name) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && name.equals(json.currentName())) {
                    return json.getText();
                }
            }
        }
        return "";
    }
}
