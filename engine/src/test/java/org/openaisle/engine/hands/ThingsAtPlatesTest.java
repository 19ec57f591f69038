package org.openaisle.engine.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Things that readings follow from a plate into a hand, or from a hand to a plate. */
class ThingsAtPlatesTest {
    private static final long T = 1_700_000_000_000L;

    private final ShopPlan plan =
            ShopPlan.empty().knows(1, 355).knows(2, 182).plate("P1", 1).plate("P2", 2);
    private final DrawnFloor floor = new DrawnFloor();
    private final ThingsAtPlates things = new ThingsAtPlates(floor, plan.shelving(), HandParameters.defaults());

    /** Somebody half a metre before a plate's middle, and so far aside. */
    private Party standsBefore(String plate, double aside) {
        return floor.enters("party", plan.middleOf(plate).plus(new Point2(aside, 0.5)));
    }

    private Point3 on(String plate) {
        Point2 middle = plan.middleOf(plate);
        return new Point3(middle.x(), middle.y() - 0.15, ShopPlan.SURFACE_METRES + 0.1);
    }

    /** Before the belly of somebody who {@link #standsBefore stands} there. */
    private Point3 before(String plate, double aside) {
        Point2 middle = plan.middleOf(plate);
        return new Point3(middle.x() + aside, middle.y() + 0.2, 1.0);
    }

    private static WeightChange change(String plate, long movedFrom, long movedTo) {
        return new WeightChange(
                List.of(new WeightChange.Part(plate, -355, 1)), movedFrom - 200, movedTo + 400, movedFrom, movedTo);
    }

    /** Two cameras read it ten times a second on its way, and as long again where it comes to. */
    private void goes(int product, Point3 from, Point3 to, long since, long millis) {
        for (long t = 0; t <= 2 * millis; t += 100) {
            double way = Math.min(1, (double) t / millis);
            Point3 at = new Point3(
                    from.x() + way * (to.x() - from.x()),
                    from.y() + way * (to.y() - from.y()),
                    from.z() + way * (to.z() - from.z()));
            reads("C1", product, at, since + t);
            reads("C2", product, at, since + t + 40);
        }
    }

    private void reads(String camera, int product, Point3 at, long t) {
        things.read(new ItemReading(t, camera, at, List.of(new ItemReading.Candidate(ShopPlan.gtin(product), 0.7))));
    }

    @Test
    void whatLeftThePlateIsInTheHandThatItIsNextTo() {
        Party anna = standsBefore("P1", -0.35);
        Party ben = standsBefore("P1", 0.35);
        goes(1, on("P1"), before("P1", -0.35), T, 600);

        List<HeldThing> went = things.at(change("P1", T, T + 100), true, List.of());

        assertThat(went).hasSize(1);
        assertThat(went.getFirst().share(anna.id())).isGreaterThan(0.8);
        assertThat(went.getFirst().share(ben.id())).isLessThan(0.2);
    }

    @Test
    void ofTwoThingsFromOnePlateAtOnceEachIsInItsOwnHand() {
        Party anna = standsBefore("P1", -0.4);
        Party ben = standsBefore("P1", 0.4);
        for (long t = 0; t <= 1_200; t += 100) {
            double way = Math.min(1, t / 600.0);
            for (int side = -1; side <= 1; side += 2) {
                Point3 from = on("P1");
                Point3 to = before("P1", 0.4 * side);
                Point3 at = new Point3(
                        from.x() + 0.1 * side + way * (to.x() - from.x() - 0.1 * side),
                        from.y() + way * (to.y() - from.y()),
                        from.z() + way * (to.z() - from.z()));
                reads("C1", 1, at, T + t);
            }
        }

        List<HeldThing> went = things.at(change("P1", T, T + 200), true, List.of());

        assertThat(went).anyMatch(thing -> thing.share(anna.id()) > 0.8);
        assertThat(went).anyMatch(thing -> thing.share(ben.id()) > 0.8);
    }

    @Test
    void whatSomebodyHoldsWhoOnlyStandsThereHasNotLeftThePlate() {
        standsBefore("P1", -0.35);
        standsBefore("P1", 0.35);
        goes(1, on("P1"), before("P1", -0.35), T, 600);
        goes(2, before("P1", 0.35), before("P1", 0.36), T - 1_500, 2_000);

        assertThat(things.at(change("P1", T, T + 100), true, List.of()))
                .allMatch(thing -> thing.readings().stream()
                        .allMatch(r -> r.candidates().getFirst().gtin().equals(ShopPlan.gtin(1))));
    }

    @Test
    void whatWasPutDownIsWhatEndedAtThePlate() {
        Party anna = standsBefore("P1", 0);
        goes(1, before("P1", 0), on("P1"), T - 800, 400);

        List<HeldThing> came = things.at(change("P1", T, T + 100), false, List.of());

        assertThat(came).hasSize(1);
        assertThat(came.getFirst().share(anna.id())).isGreaterThan(0.8);
        assertThat(things.at(change("P2", T - 20_000, T - 19_900), false, List.of()))
                .isEmpty();
    }

    @Test
    void nothingIsFollowedThroughTheNextMove() {
        standsBefore("P1", 0);
        goes(1, on("P1"), before("P1", 0), T, 300);
        goes(2, before("P1", 0), on("P1"), T + 700, 300);

        WeightChange take = change("P1", T, T + 100);
        List<HeldThing> uncut = things.at(take, true, List.of());
        List<HeldThing> cut = things.at(take, true, List.of(change("P1", T + 1_000, T + 1_050)));

        assertThat(last(uncut)).isGreaterThan(T + 1_000);
        assertThat(last(cut)).isLessThan(T + 1_000).isGreaterThan(T + 600);
    }

    private static long last(List<HeldThing> things) {
        return things.stream()
                .mapToLong(thing -> thing.readings().getLast().t())
                .max()
                .orElse(0);
    }

    @Test
    void whatGoesFromHandToHandIsFirstTheOnesThenTheOthers() {
        Party anna = standsBefore("P1", -0.4);
        Party ben = standsBefore("P1", 0.4);
        goes(1, on("P1"), before("P1", -0.4), T, 300);
        goes(1, before("P1", -0.4), before("P1", 0.4), T + 700, 600);

        List<HeldThing> went = things.at(change("P1", T, T + 100), true, List.of());

        assertThat(went).anyMatch(thing -> thing.share(anna.id()) > 0.7);
        assertThat(went).anyMatch(thing -> thing.share(ben.id()) > 0.7);
    }

    @Test
    void whatIsForgottenIsGone() {
        standsBefore("P1", 0);
        goes(1, on("P1"), before("P1", 0), T, 300);

        things.forget(T + 60_000);

        assertThat(things.at(change("P1", T, T + 100), true, List.of())).isEmpty();
    }
}
