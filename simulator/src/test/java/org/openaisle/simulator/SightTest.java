package org.openaisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Fixture;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;

/**
 * A fixture from the side; its front looks to the left, towards smaller y.
 *
 * <pre>
 *   eye (0,-3,3)                       eye (0,3.5,3)
 *                 ____ 1.8
 *                |____ 1.2   shelf
 *                |____ 0.6   shelf
 *   ______ y=0 __|____|_ y=0.5 ______ floor
 * </pre>
 */
class SightTest {
    private static final Fixture FIXTURE = new Fixture(
            "F1",
            new Polygon(List.of(new Point2(-2, 0), new Point2(2, 0), new Point2(2, 0.5), new Point2(-2, 0.5))),
            1.8,
            new Segment2(new Point2(-2, 0), new Point2(2, 0)),
            List.of(new Shelf("F1-S1", 0.6, List.of()), new Shelf("F1-S2", 1.2, List.of())));
    private static final Point3 BEFORE = new Point3(0, -3, 3);
    private static final Point3 BEHIND = new Point3(0, 3.5, 3);
    private final Sight sight = new Sight(List.of(Prism.of(FIXTURE)));

    @Test
    void aCameraDoesNotSeeThroughAFixture() {
        assertThat(sight.hiddenByFurniture(BEFORE, new Point3(0, 1, 0.9))).isTrue();
        assertThat(sight.hiddenByFurniture(BEHIND, new Point3(0, 1, 0.9))).isFalse();
        assertThat(sight.hiddenByFurniture(BEHIND, new Point3(0, -1, 0.1))).isTrue();
    }

    @Test
    void aHeadAboveTheFixtureIsSeenOverIt() {
        assertThat(sight.hiddenByFurniture(BEHIND, new Point3(0, -0.5, 1.85))).isFalse();
    }

    @Test
    void aHandInAShelfIsSeenFromTheFrontOnly() {
        Point3 hand = new Point3(0, 0.1, 0.75);
        assertThat(sight.hiddenByFurniture(BEFORE, hand)).isFalse();
        assertThat(sight.hiddenByFurniture(BEHIND, hand)).isTrue();
    }

    @Test
    void theBoardAboveHidesAHandDeepInAShelf() {
        assertThat(sight.hiddenByFurniture(BEFORE, new Point3(0, 0.45, 1.1))).isTrue();
    }
}
