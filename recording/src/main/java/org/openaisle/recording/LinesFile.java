package org.openaisle.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A file of JSON lines that is of no use when any of them is wrong: what an engine wrote, or the truth. */
final class LinesFile {
    private LinesFile() {}

    static <T> List<T> read(Path file, Function<Node, T> meaning) {
        List<T> all = new ArrayList<>();
        long number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    all.add(parse(line).made(meaning));
                }
            }
            return all;
        } catch (NoSuchFileException e) {
            throw new BadRecording("there is no file " + file, e);
        } catch (JsonProcessingException e) {
            throw new BadRecording(file + ", line " + number + ": not JSON: " + Excerpt.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new BadRecording(
                    "cannot read " + file + " after line " + number + ": " + Excerpt.of(e.getMessage()), e);
        } catch (BadValue e) {
            throw new BadRecording(file + ", line " + number + ": " + e.text(), e);
        }
    }

    private static Node parse(String line) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadValue.wrong("must be a JSON object");
            }
            Node node = new Node("", Json.value(json));
            if (json.nextToken() != null) {
                throw BadValue.wrong("there is more after the JSON object. Maybe a line break is missing?");
            }
            return node;
        }
    }
}
