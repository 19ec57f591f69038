package org.openaisle.recording;

import java.nio.file.Path;
import java.util.List;
import org.openaisle.model.Camera;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Kiosk;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;

/** Writes {@code store.json}, a device a line, so that people can read and compare it. */
final class StoreWriter {
    private final JsonOut out;

    private StoreWriter(JsonOut out) {
        this.out = out;
    }

    static void write(Path file, Store store) {
        try (JsonOut out = JsonOut.toFile(file)) {
            new StoreWriter(out).store(store);
        }
    }

    private void store(Store store) {
        out.beginObject().text("storeId", store.storeId()).text("name", store.name());
        out.text("timeZone", store.timeZone()).text("currency", store.currency());
        polygon("floor", store.floor());
        out.beginArray("obstacles");
        store.obstacles().forEach(o -> corners(o.corners()));
        out.endArray().beginArray("gates");
        for (Gate g : store.gates()) {
            out.beginObject().text("gateId", g.gateId()).text("kind", g.kind().name());
            segment("line", g.line());
            out.endObject();
        }
        out.endArray().beginArray("kiosks");
        for (Kiosk k : store.kiosks()) {
            out.beginObject().text("kioskId", k.kioskId());
            point("position", k.position());
            out.endObject();
        }
        out.endArray().newline().beginArray("fixtures");
        store.fixtures().forEach(this::fixture);
        out.endArray().newline().beginArray("planogram");
        for (PlanogramRow row : store.planogram()) {
            out.newline()
                    .beginObject()
                    .text("plateId", row.plateId())
                    .text("gtin", row.gtin().digits());
            out.wholeOrNull("quantity", row.quantity()).endObject();
        }
        out.endArray().newline().beginArray("cameras");
        store.cameras().forEach(this::camera);
        out.endArray();
        if (store.trackedZone() != null) {
            polygon("trackedZone", store.trackedZone());
        }
        out.endObject().newline();
    }

    private void fixture(Fixture fixture) {
        out.newline().beginObject().text("fixtureId", fixture.fixtureId());
        polygon("footprint", fixture.footprint());
        out.number("height", fixture.heightMetres());
        segment("front", fixture.front());
        out.beginArray("shelves");
        for (Shelf shelf : fixture.shelves()) {
            out.newline().beginObject().text("shelfId", shelf.shelfId()).number("height", shelf.heightMetres());
            out.beginArray("plates");
            shelf.plates().forEach(this::plate);
            out.endArray().endObject();
        }
        out.endArray().endObject();
    }

    private void plate(Plate plate) {
        out.newline().beginObject().text("plateId", plate.plateId());
        point("from", plate.from());
        point("to", plate.to());
        out.number("depth", plate.depthMetres()).number("capacity", plate.capacityGrams());
        out.number("rate", plate.ratePerSecond()).endObject();
    }

    private void camera(Camera camera) {
        out.newline().beginObject().text("cameraId", camera.cameraId());
        out.whole("width", camera.width()).whole("height", camera.height()).number("rate", camera.ratePerSecond());
        matrix("K", camera.k());
        numbers("distortion", camera.distortion());
        matrix("R", camera.r());
        numbers("T", camera.t());
        out.endObject();
    }

    private void matrix(String name, double[] byRows) {
        out.beginArray(name);
        for (int row = 0; row < 3; row++) {
            out.beginArray();
            out.element(byRows[3 * row]).element(byRows[3 * row + 1]).element(byRows[3 * row + 2]);
            out.endArray();
        }
        out.endArray();
    }

    private void numbers(String name, double[] values) {
        out.beginArray(name);
        for (double v : values) {
            out.element(v);
        }
        out.endArray();
    }

    private void polygon(String name, Polygon polygon) {
        out.beginArray(name);
        polygon.corners().forEach(this::element);
        out.endArray();
    }

    private void corners(List<Point2> corners) {
        out.beginArray();
        corners.forEach(this::element);
        out.endArray();
    }

    private void segment(String name, Segment2 segment) {
        out.beginArray(name);
        element(segment.from());
        element(segment.to());
        out.endArray();
    }

    private void point(String name, Point2 point) {
        out.beginArray(name).element(point.x()).element(point.y()).endArray();
    }

    private void element(Point2 point) {
        out.beginArray().element(point.x()).element(point.y()).endArray();
    }
}
