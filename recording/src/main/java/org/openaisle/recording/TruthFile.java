package org.openaisle.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openaisle.model.Gtin;
import org.openaisle.model.Truth;

/** {@code truth.json}. */
public final class TruthFile {
    private TruthFile() {}

    /**
     * Reads what really happened.
     *
     * @throws BadRecording when it cannot be used
     */
    public static Truth read(Path file) {
        return WholeFile.read(
                file, root -> new Truth(root.list("visits", TruthFile::visit), root.list("events", TruthFile::event)));
    }

    /** Writes what really happened. */
    public static void write(Path file, Truth truth) {
        try (JsonOut out = JsonOut.toFile(file)) {
            out.beginObject();
            out.beginArray("visits");
            for (Truth.Visit v : truth.visits()) {
                out.beginObject().text("token", v.token()).whole("enteredAt", v.enteredAt());
                out.wholeOrNull("exitedAt", v.exitedAt())
                        .flag("staff", v.staff())
                        .whole("partySize", v.partySize());
                out.beginArray("people");
                v.people().forEach(out::element);
                out.endArray().beginArray("lines");
                for (Truth.Line l : v.lines()) {
                    out.beginObject()
                            .text("gtin", l.gtin().digits())
                            .whole("quantity", l.quantity())
                            .endObject();
                }
                out.endArray().endObject().newline();
            }
            out.endArray().beginArray("events");
            for (Truth.Event e : truth.events()) {
                Gtin gtin = e.gtin();
                out.beginObject().whole("t", e.t()).text("kind", e.kind().name().toLowerCase(Locale.ROOT));
                out.text("token", e.token())
                        .text("person", e.person())
                        .text("gtin", gtin == null ? null : gtin.digits());
                out.whole("quantity", e.quantity()).text("plateId", e.plateId());
                if (e.kind() == Truth.Kind.HANDOVER) {
                    out.text("to", e.to());
                    if (e.toPerson() != null) {
                        out.text("toPerson", e.toPerson());
                    }
                }
                out.endObject().newline();
            }
            out.endArray().endObject().newline();
        }
    }

    private static Truth.Visit visit(Node node) {
        return new Truth.Visit(
                node.textOrNull("token"),
                node.integer("enteredAt"),
                node.childOrNull("exitedAt") == null ? null : node.integer("exitedAt"),
                node.flag("staff"),
                node.countOr("partySize", 1),
                node.childOrNull("people") == null ? List.of() : node.list("people", Node::text),
                node.list("lines", l -> new Truth.Line(l.gtin("gtin"), l.count("quantity"))));
    }

    private static Truth.Event event(Node node) {
        Node kind = node.child("kind");
        return new Truth.Event(
                node.integer("t"),
                switch (kind.text()) {
                    case "take" -> Truth.Kind.TAKE;
                    case "return" -> Truth.Kind.RETURN;
                    case "misplace" -> Truth.Kind.MISPLACE;
                    case "handover" -> Truth.Kind.HANDOVER;
                    case "restock" -> Truth.Kind.RESTOCK;
                    case "foreign" -> Truth.Kind.FOREIGN;
                    default -> throw kind.wrong("take, return, misplace, handover, restock or foreign");
                },
                node.textOrNull("token"),
                node.text("person"),
                node.childOrNull("gtin") == null ? null : node.gtin("gtin"),
                node.count("quantity"),
                node.textOrNull("plateId"),
                node.textOrNull("to"),
                node.textOrNull("toPerson"));
    }
}
