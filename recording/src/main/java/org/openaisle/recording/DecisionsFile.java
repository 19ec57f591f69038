package org.openaisle.recording;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openaisle.model.Decision;

/** {@code decisions.ndjson}: one line a visit, as soon as it is decided. */
public final class DecisionsFile implements AutoCloseable {
    private final JsonOut out;

    private DecisionsFile(JsonOut out) {
        this.out = out;
    }

    public static DecisionsFile create(Path file) {
        return new DecisionsFile(JsonOut.toFile(file));
    }

    public static DecisionsFile to(OutputStream out) {
        return new DecisionsFile(JsonOut.to(out));
    }

    /** Writes one line and hands it on at once. */
    public void write(Decision decision) {
        out.beginObject().text("token", decision.token());
        out.whole("enteredAt", decision.enteredAt()).whole("exitedAt", decision.exitedAt());
        out.whole("decidedAt", decision.decidedAt()).beginArray("lines");
        for (Decision.Line line : decision.lines()) {
            out.beginObject().text("gtin", line.gtin().digits()).whole("quantity", line.quantity());
            out.probability("probability", line.probability()).endObject();
        }
        out.endArray().probability("confidence", decision.confidence()).flag("review", decision.review());
        out.endObject().newline().flush();
    }

    @Override
    public void close() {
        out.close();
    }

    /**
     * Reads what an engine decided.
     *
     * @throws BadRecording with file and line when it is not of the contract's form
     */
    public static List<Decision> read(Path file) {
        return LinesFile.read(file, DecisionsFile::decision);
    }

    private static Decision decision(Node node) {
        if (!node.has("token")) {
            throw BadValue.missing("token (null for people without a scan)");
        }
        Set<String> seen = new HashSet<>();
        return new Decision(
                node.textOrNull("token"),
                node.integer("enteredAt"),
                node.integer("exitedAt"),
                node.integer("decidedAt"),
                node.list("lines", n -> line(n, seen)),
                node.number("confidence"),
                node.flag("review"));
    }

    private static Decision.Line line(Node node, Set<String> seen) {
        Decision.Line line = new Decision.Line(node.gtin("gtin"), node.count("quantity"), node.number("probability"));
        if (!seen.add(line.gtin().digits())) {
            throw BadValue.wrong(node.place() + ".gtin " + line.gtin() + " occurs twice");
        }
        return line;
    }
}
