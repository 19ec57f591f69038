package org.openaisle.recording;

import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation;
import org.openaisle.model.PlanogramRow;

/**
 * Tells of planogram changes that name a product which nobody has introduced. Goes by event order, not by arrival: the line that brings
 * the product may come a little after the line that puts it on a plate.
 */
final class ProductCheck {
    private static final Comparator<Parsed.Good> ORDER =
            Comparator.comparing(Parsed.Good::observation, Observation.EVENT_ORDER);

    private final String file;
    private final Consumer<Problem> problems;
    private final Set<Gtin> known;
    private final PriorityQueue<Parsed.Good> waiting = new PriorityQueue<>(ORDER);

    ProductCheck(String file, Catalog catalog, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.known = new HashSet<>(catalog.products().keySet());
    }

    void note(Parsed.Good line) {
        switch (line.observation()) {
            case Observation.CatalogChange c -> waiting.add(line);
            case Observation.PlanogramChange p -> waiting.add(line);
            case Observation.WeightSamples o -> {}
            case Observation.CameraFrame o -> {}
            case Observation.ItemReading o -> {}
            case Observation.GateScan o -> {}
            case Observation.GateCrossing o -> {}
            case Observation.StaffNotice o -> {}
            case Observation.KioskVisit o -> {}
        }
    }

    void advanceTo(long watermark) {
        while (true) {
            Parsed.Good line = waiting.peek();
            if (line == null || line.observation().ownTime() >= watermark) {
                return;
            }
            waiting.remove();
            if (line.observation() instanceof Observation.CatalogChange c) {
                c.products().forEach(p -> known.add(p.gtin()));
            } else if (line.observation() instanceof Observation.PlanogramChange p) {
                check(line.line(), p);
            }
        }
    }

    private void check(long number, Observation.PlanogramChange change) {
        for (PlanogramRow row : change.rows()) {
            if (!known.contains(row.gtin())) {
                String message = "plate " + change.plateId() + " is to carry product " + row.gtin()
                        + ", which neither catalog.json nor a catalog line before it names";
                problems.accept(new Problem(file, number, Problem.Kind.UNKNOWN_PRODUCT, message));
            }
        }
    }
}
