package org.openaisle.recording;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.openaisle.model.Camera;
import org.openaisle.model.Catalog;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Kiosk;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;

/** {@code store.json}. */
public final class StoreFile {
    private StoreFile() {}

    /**
     * Reads a store and checks it against its catalogue.
     *
     * @throws BadRecording when it cannot be used
     */
    public static Store read(Path file, Catalog catalog) {
        return WholeFile.read(file, root -> {
            Store store = store(root);
            checkIdentifiers(store);
            checkPlanogram(store, catalog);
            return store;
        });
    }

    /** Writes a store. */
    public static void write(Path file, Store store) {
        StoreWriter.write(file, store);
    }

    private static Store store(Node root) {
        String storeId = root.text("storeId");
        String timeZone = root.textOr("timeZone", "UTC");
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw BadValue.wrong(
                    "timeZone '" + Excerpt.of(timeZone) + "' is not known. Maybe you mean one like Europe/Paris?");
        }
        Node zone = root.childOrNull("trackedZone");
        return new Store(
                storeId,
                root.textOr("name", storeId),
                timeZone,
                root.text("currency"),
                root.child("floor").polygon(),
                root.listOrEmpty("obstacles", Node::polygon),
                root.list("gates", StoreFile::gate),
                root.listOrEmpty(
                        "kiosks",
                        n -> new Kiosk(n.text("kioskId"), n.child("position").point())),
                root.list("fixtures", StoreFile::fixture),
                root.list("planogram", StoreFile::row),
                root.list("cameras", StoreFile::camera),
                zone == null ? null : zone.polygon());
    }

    private static Gate gate(Node node) {
        Node kind = node.child("kind");
        return switch (kind.text()) {
            case "ENTRY" ->
                new Gate(
                        node.text("gateId"), Gate.Kind.ENTRY, node.child("line").segment());
            case "EXIT" ->
                new Gate(node.text("gateId"), Gate.Kind.EXIT, node.child("line").segment());
            case "BOTH" ->
                new Gate(node.text("gateId"), Gate.Kind.BOTH, node.child("line").segment());
            default -> throw kind.wrong("ENTRY, EXIT or BOTH");
        };
    }

    private static Fixture fixture(Node node) {
        return new Fixture(
                node.text("fixtureId"),
                node.child("footprint").polygon(),
                node.number("height"),
                node.child("front").segment(),
                node.list("shelves", StoreFile::shelf));
    }

    private static Shelf shelf(Node node) {
        return new Shelf(node.text("shelfId"), node.number("height"), node.list("plates", StoreFile::plate));
    }

    private static Plate plate(Node node) {
        return new Plate(
                node.text("plateId"),
                node.child("from").point(),
                node.child("to").point(),
                node.number("depth"),
                node.number("capacity"),
                node.number("rate"));
    }

    private static PlanogramRow row(Node node) {
        return new PlanogramRow(
                node.text("plateId"),
                node.gtin("gtin"),
                node.childOrNull("quantity") == null ? null : node.count("quantity"));
    }

    private static Camera camera(Node node) {
        return new Camera(
                node.text("cameraId"),
                node.count("width"),
                node.count("height"),
                node.number("rate"),
                matrix(node.child("K")),
                node.child("distortion").numbers(5),
                matrix(node.child("R")),
                node.child("T").numbers(3));
    }

    private static double[] matrix(Node node) {
        double[] byRows = new double[9];
        int at = 0;
        for (Node row : node.items()) {
            if (at == 9) {
                throw BadValue.wrong(node.place() + " must be 3 x 3");
            }
            System.arraycopy(row.numbers(3), 0, byRows, at, 3);
            at += 3;
        }
        if (at != 9) {
            throw BadValue.wrong(node.place() + " must be 3 x 3");
        }
        return byRows;
    }

    private static void checkIdentifiers(Store store) {
        Set<String> seen = new HashSet<>();
        store.gates().forEach(g -> once(seen, "gate", g.gateId()));
        store.kiosks().forEach(k -> once(seen, "kiosk", k.kioskId()));
        store.cameras().forEach(c -> once(seen, "camera", c.cameraId()));
        for (Fixture f : store.fixtures()) {
            once(seen, "fixture", f.fixtureId());
            f.shelves().forEach(s -> once(seen, "shelf", s.shelfId()));
        }
        store.plates().forEach(p -> once(seen, "plate", p.plateId()));
    }

    private static void once(Set<String> seen, String what, String id) {
        if (!seen.add(what + " " + id)) {
            throw BadValue.wrong(what + " '" + id + "' occurs twice. Maybe one of them was copied and not renamed?");
        }
    }

    private static void checkPlanogram(Store store, Catalog catalog) {
        Set<String> plates = new HashSet<>();
        store.plates().forEach(p -> plates.add(p.plateId()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < store.planogram().size(); i++) {
            PlanogramRow row = store.planogram().get(i);
            String place = "planogram[" + i + "]";
            if (!plates.contains(row.plateId())) {
                throw BadValue.wrong(place + " names plate '" + row.plateId()
                        + "', which no shelf has. Maybe the plate was renamed?");
            }
            if (catalog.find(row.gtin()) == null) {
                throw BadValue.wrong(place + " names product " + row.gtin()
                        + ", which catalog.json does not have. Maybe the catalogue is an older one?");
            }
            if (!seen.add(row.plateId() + " " + row.gtin())) {
                throw BadValue.wrong(
                        place + " names product " + row.gtin() + " on plate '" + row.plateId() + "' a second time");
            }
        }
    }
}
