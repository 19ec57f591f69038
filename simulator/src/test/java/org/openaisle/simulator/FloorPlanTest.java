package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Point2;
import org.openaisle.model.Segment2;
import org.openaisle.model.Store;

class FloorPlanTest {
    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void hasTheSizeThatItsKindPromises(StoreKind kind) {
        for (long seed = 1; seed <= 4; seed++) {
            Store store = Premises.build(SimulationParameters.of(kind, Mix.BUSY), seed)
                    .store();
            int plates = store.plates().size();
            switch (kind) {
                case KIOSK -> {
                    assertThat(plates).isEqualTo(24);
                    assertThat(store.cameras()).hasSize(3);
                }
                case CORNER -> {
                    assertThat(plates).isEqualTo(48);
                    assertThat(store.cameras()).hasSize(4);
                }
                case CONVENIENCE -> {
                    assertThat(plates).isBetween(168, 192);
                    assertThat(store.cameras()).hasSizeBetween(8, 10);
                }
                case SUPERMARKET -> {
                    assertThat(plates).isEqualTo(960);
                    assertThat(store.cameras()).hasSize(26);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void everyShelfCanBeReachedFromEveryGateAroundTheFurniture(StoreKind kind) {
        Store store = Premises.build(SimulationParameters.of(kind, Mix.BUSY), 9).store();
        WalkableFloor floor = new WalkableFloor(store);
        for (Gate gate : store.gates()) {
            Point2 from = floor.nearestFree(new Doorway(gate, store.floor().centre()).before(0.75));
            for (Fixture f : store.fixtures()) {
                Point2 to = f.front().middle().plus(f.outward().times(0.42));
                assertThat(floor.free(to.x(), to.y()))
                        .as("before %s", f.fixtureId())
                        .isTrue();
                Point2 at = from;
                List<Point2> way = floor.way(from, to);
                for (Point2 corner : way) {
                    Segment2 leg = new Segment2(at, corner);
                    assertThat(store.fixtures())
                            .as("on the way to %s", f.fixtureId())
                            .noneMatch(x -> x.footprint().blocks(leg));
                    at = corner;
                }
                assertThat(at).isEqualTo(to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void platesCarryWhatThePlanogramSays(StoreKind kind) {
        SimulationParameters parameters =
                SimulationParameters.of(kind, Mix.BUSY).withSharedPlates();
        Premises premises = Premises.build(parameters, 2);
        assertThat(premises.store().planogram())
                .hasSizeGreaterThan(premises.store().plates().size());
        assertThat(premises.store().planogram().stream().map(r -> r.gtin()).distinct())
                .hasSize(premises.assortment().products().size());
    }
}
