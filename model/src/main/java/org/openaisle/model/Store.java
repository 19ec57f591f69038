package org.openaisle.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store's layout, sensors and planogram.
 *
 * @param trackedZone where people can be tracked, when that is not the whole floor
 */
public record Store(
        String storeId,
        String name,
        String timeZone,
        String currency,
        Polygon floor,
        List<Polygon> obstacles,
        List<Gate> gates,
        List<Kiosk> kiosks,
        List<Fixture> fixtures,
        List<PlanogramRow> planogram,
        List<Camera> cameras,
        @Nullable Polygon trackedZone)
        implements Serializable {
    public Store {
        Check.named("storeId", storeId);
        obstacles = List.copyOf(obstacles);
        gates = List.copyOf(gates);
        kiosks = List.copyOf(kiosks);
        fixtures = List.copyOf(fixtures);
        planogram = List.copyOf(planogram);
        cameras = List.copyOf(cameras);
    }

    public List<Plate> plates() {
        return fixtures.stream()
                .flatMap(f -> f.shelves().stream())
                .flatMap(s -> s.plates().stream())
                .toList();
    }

    public Store withPlanogram(List<PlanogramRow> rows) {
        return new Store(
                storeId,
                name,
                timeZone,
                currency,
                floor,
                obstacles,
                gates,
                kiosks,
                fixtures,
                rows,
                cameras,
                trackedZone);
    }
}
