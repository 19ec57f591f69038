package org.openaisle.recording;

import java.nio.file.Path;
import java.util.List;
import org.openaisle.model.Truth;

/** {@code truth-tracks.ndjson}. */
public final class TruthTracksFile {
    private TruthTracksFile() {}

    /**
     * Reads where everybody was.
     *
     * @throws BadRecording when it cannot be used
     */
    public static List<Truth.Moment> read(Path file) {
        return LinesFile.read(file, n -> new Truth.Moment(n.integer("t"), n.list("people", TruthTracksFile::person)));
    }

    /** Writes where everybody was. */
    public static void write(Path file, Iterable<Truth.Moment> moments) {
        try (JsonOut out = JsonOut.toFile(file)) {
            for (Truth.Moment moment : moments) {
                out.beginObject().whole("t", moment.t()).beginArray("people");
                for (Truth.Person p : moment.people()) {
                    out.beginObject().text("person", p.person()).text("token", p.token());
                    out.number("x", p.x()).number("y", p.y()).endObject();
                }
                out.endArray().endObject().newline();
            }
        }
    }

    private static Truth.Person person(Node node) {
        return new Truth.Person(node.text("person"), node.textOrNull("token"), node.number("x"), node.number("y"));
    }
}
