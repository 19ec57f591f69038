package org.openaisle.recording;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.openaisle.model.Output;

/** {@code tracks.ndjson}: where an engine sees everybody, some five lines a second. */
public final class TracksFile implements AutoCloseable {
    private final JsonOut out;

    private TracksFile(JsonOut out) {
        this.out = out;
    }

    public static TracksFile create(Path file) {
        return new TracksFile(JsonOut.toFile(file));
    }

    public static TracksFile to(OutputStream out) {
        return new TracksFile(JsonOut.to(out));
    }

    /** Writes one line; places in millimetres. */
    public void write(Output.Positions positions) {
        out.beginObject().whole("t", positions.t()).beginArray("people");
        for (Output.Positions.Person p : positions.people()) {
            out.beginObject().text("track", p.track());
            out.number("x", Math.rint(p.x() * 1000) / 1000).number("y", Math.rint(p.y() * 1000) / 1000);
            out.text("token", p.token()).endObject();
        }
        out.endArray().endObject().newline();
    }

    @Override
    public void close() {
        out.close();
    }

    /**
     * Reads what an engine saw.
     *
     * @throws BadRecording with file and line when it is not of the contract's form
     */
    public static List<Output.Positions> read(Path file) {
        return LinesFile.read(file, n -> new Output.Positions(n.integer("t"), n.list("people", TracksFile::person)));
    }

    private static Output.Positions.Person person(Node node) {
        Node track = node.child("track");
        String name = track.value() instanceof Long number ? number.toString() : track.text();
        return new Output.Positions.Person(name, node.number("x"), node.number("y"), node.textOrNull("token"));
    }
}
