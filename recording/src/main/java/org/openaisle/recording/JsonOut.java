package org.openaisle.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the contract's form: compact, whole numbers without a point, probabilities with six decimals, the same bytes for the same
 * values everywhere.
 */
final class JsonOut implements AutoCloseable {
    private static final int LEVEL = 12;

    private final JsonGenerator json;

    private JsonOut(OutputStream out) throws IOException {
        json = Json.FACTORY.createGenerator(out);
        json.setPrettyPrinter(null);
        json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
    }

    /** Compressed when the name ends so. */
    static JsonOut toFile(Path file) {
        try {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            boolean compressed = String.valueOf(file.getFileName()).endsWith(".zst");
            return new JsonOut(compressed ? new ZstdOutputStreamNoFinalizer(out, LEVEL) : out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static JsonOut to(OutputStream out) {
        try {
            return new JsonOut(out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    JsonOut beginObject() {
        return write(json::writeStartObject);
    }

    JsonOut endObject() {
        return write(json::writeEndObject);
    }

    JsonOut beginArray(String name) {
        return write(() -> json.writeArrayFieldStart(name));
    }

    JsonOut beginArray() {
        return write(json::writeStartArray);
    }

    JsonOut beginObject(String name) {
        return write(() -> json.writeObjectFieldStart(name));
    }

    JsonOut endArray() {
        return write(json::writeEndArray);
    }

    JsonOut text(String name, @Nullable String value) {
        return write(() -> json.writeStringField(name, value));
    }

    JsonOut flag(String name, boolean value) {
        return write(() -> json.writeBooleanField(name, value));
    }

    JsonOut whole(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    JsonOut wholeOrNull(String name, @Nullable Number value) {
        return value == null ? write(() -> json.writeNullField(name)) : whole(name, value.longValue());
    }

    JsonOut number(String name, double value) {
        return write(() -> {
            json.writeFieldName(name);
            writeNumber(value);
        });
    }

    JsonOut probability(String name, double value) {
        return write(() -> {
            json.writeFieldName(name);
            json.writeNumber(sixDecimals(value));
        });
    }

    JsonOut element(String value) {
        return write(() -> json.writeString(value));
    }

    JsonOut element(double value) {
        return write(() -> writeNumber(value));
    }

    JsonOut element(float value) {
        return write(() -> {
            if (isShortWhole(value)) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(value);
            }
        });
    }

    JsonOut newline() {
        return write(() -> json.writeRaw('\n'));
    }

    /** Hands on what was written so far, so that a reader of the file sees it. */
    void flush() {
        write(json::flush);
    }

    static String sixDecimals(double value) {
        long millionths = Math.round(value * 1e6);
        long whole = millionths / 1_000_000;
        String decimals = Long.toString(1_000_000 + millionths % 1_000_000);
        return whole + "." + decimals.substring(1);
    }

    private void writeNumber(double value) throws IOException {
        if (isShortWhole(value)) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private static boolean isShortWhole(double value) {
        // Minus zero is left to the long way, so that it stays what it is.
        return value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0);
    }

    @Override
    public void close() {
        write(json::close);
    }

    /** What may fail while writing. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private JsonOut write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot write: " + e.getMessage(), e);
    }
}
