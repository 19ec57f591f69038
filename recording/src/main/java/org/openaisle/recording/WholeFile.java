package org.openaisle.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that is one JSON value, and of no use when anything in it is wrong. */
final class WholeFile {
    private WholeFile() {}

    static <T> T read(Path file, Function<Node, T> meaning) {
        String name = String.valueOf(file.getFileName());
        try (JsonParser json = Json.FACTORY.createParser(Files.readAllBytes(file))) {
            json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            if (json.nextToken() == null) {
                throw new BadRecording(file + ": is empty");
            }
            Object value = Json.value(json);
            if (json.nextToken() != null) {
                throw new BadRecording(file + ": there is more after the end of the JSON object");
            }
            return new Node("", value).made(meaning);
        } catch (NoSuchFileException e) {
            throw new BadRecording(
                    "there is no " + name + " in " + file.toAbsolutePath().getParent(), e);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new BadRecording(file + where + ": not JSON: " + Excerpt.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new BadRecording("cannot read " + file + ": " + Excerpt.of(e.getMessage()), e);
        } catch (BadValue e) {
            throw new BadRecording(file + ": " + e.text(), e);
        }
    }
}
