package org.openaisle.recording;

import java.io.OutputStream;
import java.nio.file.Path;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.PlanogramRow;

/** Writes {@code observations.ndjson}: one line an observation, in the order in which they are given. */
public final class ObservationsFile implements AutoCloseable {
    private final JsonOut out;

    private ObservationsFile(JsonOut out) {
        this.out = out;
    }

    /** A new file; compressed when its name ends with {@code .zst}. */
    public static ObservationsFile create(Path file) {
        return new ObservationsFile(JsonOut.toFile(file));
    }

    public static ObservationsFile to(OutputStream out) {
        return new ObservationsFile(JsonOut.to(out));
    }

    public void write(Observation observation) {
        out.beginObject().text("type", observation.type()).whole("t", observation.t());
        switch (observation) {
            case Observation.WeightSamples w -> {
                out.text("plateId", w.plateId())
                        .number("interval", w.intervalMillis())
                        .beginArray("grams");
                for (double g : w.grams()) {
                    out.element(g);
                }
                out.endArray();
            }
            case Observation.CameraFrame f -> {
                out.text("cameraId", f.cameraId()).beginArray("people");
                f.people().forEach(this::person);
                out.endArray();
            }
            case Observation.ItemReading i -> {
                out.text("cameraId", i.cameraId()).beginArray("position");
                out.element(i.position().x())
                        .element(i.position().y())
                        .element(i.position().z());
                out.endArray().beginArray("candidates");
                for (Observation.ItemReading.Candidate c : i.candidates()) {
                    out.beginObject()
                            .text("gtin", c.gtin().digits())
                            .number("p", c.probability())
                            .endObject();
                }
                out.endArray();
            }
            case Observation.GateScan g -> {
                out.text("gateId", g.gateId()).text("event", "scan").text("token", g.token());
                out.whole("partySize", g.partySize());
            }
            case Observation.GateCrossing g -> out.text("gateId", g.gateId()).text("event", "crossed");
            case Observation.StaffNotice s -> out.text("token", s.token()).text("role", s.role());
            case Observation.PlanogramChange p -> {
                out.text("plateId", p.plateId()).beginArray("rows");
                for (PlanogramRow row : p.rows()) {
                    out.beginObject().text("gtin", row.gtin().digits());
                    out.wholeOrNull("quantity", row.quantity()).endObject();
                }
                out.endArray();
            }
            case Observation.CatalogChange c -> CatalogFile.writeProducts(out, c.products());
            case Observation.KioskVisit k -> out.text("kioskId", k.kioskId()).text("token", k.token());
        }
        out.endObject().newline();
    }

    private void person(PersonDetection p) {
        out.beginObject().beginArray("box");
        out.element(p.left())
                .element(p.top())
                .element(p.width())
                .element(p.height())
                .endArray();
        out.number("score", p.score()).beginObject("keypoints");
        for (Keypoint k : Keypoint.values()) {
            if (p.sees(k)) {
                int at = 3 * k.ordinal();
                out.beginArray(k.label());
                out.element(p.keypoints()[at]).element(p.keypoints()[at + 1]).element(p.keypoints()[at + 2]);
                out.endArray();
            }
        }
        out.endObject();
        if (p.appearance().length > 0) {
            out.beginArray("appearance");
            for (float v : p.appearance()) {
                out.element(v);
            }
            out.endArray();
        }
        out.endObject();
    }

    @Override
    public void close() {
        out.close();
    }
}
