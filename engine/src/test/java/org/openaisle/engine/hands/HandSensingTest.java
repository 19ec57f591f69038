package org.openaisle.engine.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Who is believed to have reached, from where people stand and where cameras see their wrists. */
class HandSensingTest {
    private static final long T = 1_700_000_000_000L;
    private static final Point3 LEFT_CAMERA = new Point3(0.2, 3.5, 2.5);
    private static final Point3 RIGHT_CAMERA = new Point3(4.8, 3.5, 2.5);

    private final ShopPlan plan =
            ShopPlan.empty().knows(1, 355).knows(2, 182).plate("P1", 1).plate("P2", 2);
    private final DrawnFloor floor = new DrawnFloor();
    private final HandSensing hands = new HandSensing(floor, plan.shelving(), HandParameters.defaults());

    private static WeightChange change(String plate, long movedFrom, long movedTo) {
        return new WeightChange(
                List.of(new WeightChange.Part(plate, -355, 1)), movedFrom - 200, movedTo + 400, movedFrom, movedTo);
    }

    private double likelihood(Party party) {
        return hands.reaches(change("P1", T, T + 200)).stream()
                .filter(r -> r.party() == party)
                .mapToDouble(Reach::likelihood)
                .sum();
    }

    /** Somebody so many metres in front of the plate's middle. */
    private Party standsBefore(String plate, double metres) {
        return floor.enters("party", plan.middleOf(plate).plus(new Point2(0, metres)));
    }

    /** A point over the plate, where a hand takes things. */
    private Point3 over(String plate) {
        Point2 middle = plan.middleOf(plate);
        return new Point3(middle.x(), middle.y() - 0.15, ShopPlan.SURFACE_METRES + 0.12);
    }

    /** Beside the body, where an idle hand is. */
    private static Point3 idle(Point2 body) {
        return new Point3(body.x() + 0.25, body.y() + 0.2, 0.8);
    }

    private void bothCamerasSee(Party party, int member, long from, long to, Point3 wrist) {
        floor.wrist(party, member, from, to, 0, LEFT_CAMERA, wrist);
        floor.wrist(party, member, from, to, 1, RIGHT_CAMERA, wrist);
    }

    @Test
    void whoStandsCloserIsLikelierWhenNoHandsWereSeen() {
        Party near = standsBefore("P1", 0.45);
        Party away = standsBefore("P1", 1.1);
        Party far = standsBefore("P1", 3);

        assertThat(likelihood(near)).isGreaterThan(3 * likelihood(away));
        assertThat(likelihood(away)).isGreaterThanOrEqualTo(likelihood(far));
    }

    @Test
    void whoCouldHaveReachedIsNeverRuledOut() {
        Party idle = standsBefore("P1", 0.5);
        bothCamerasSee(idle, 0, T - 1500, T + 1500, idle(plan.middleOf("P1").plus(new Point2(0, 0.5))));

        assertThat(likelihood(idle)).isPositive();
    }

    @Test
    void aWristSeenOverThePlateBeatsOneUnseenAndThatBeatsOneSeenElsewhere() {
        Party reaches = standsBefore("P1", 0.5);
        Party unseen = standsBefore("P1", 0.5);
        Party idle = standsBefore("P1", 0.5);
        bothCamerasSee(reaches, 0, T - 1500, T + 1500, over("P1"));
        bothCamerasSee(idle, 0, T - 1500, T + 1500, idle(plan.middleOf("P1").plus(new Point2(0, 0.5))));

        assertThat(likelihood(reaches)).isGreaterThan(1.5 * likelihood(unseen));
        assertThat(likelihood(unseen)).isGreaterThan(1.5 * likelihood(idle));
    }

    @Test
    void aHandOverTheNeighbouringPlateIsNotOverThisOne() {
        Party here = standsBefore("P1", 0.5);
        Party there = standsBefore("P1", 0.5);
        bothCamerasSee(here, 0, T - 1500, T + 1500, over("P1"));
        Point3 aside = over("P2").plus(new Point3(0.1, 0, 0));
        bothCamerasSee(there, 0, T - 1500, T + 1500, aside);

        assertThat(likelihood(here)).isGreaterThan(5 * likelihood(there));
    }

    @Test
    void aHandThatWasThereLongBeforeDoesNotCount() {
        Party before = standsBefore("P1", 0.5);
        Party then = standsBefore("P1", 0.5);
        Point3 away = idle(plan.middleOf("P1").plus(new Point2(0, 0.5)));
        bothCamerasSee(before, 0, T - 6000, T - 4000, over("P1"));
        bothCamerasSee(before, 0, T - 2000, T + 2000, away);
        bothCamerasSee(then, 0, T - 6000, T - 2000, away);
        bothCamerasSee(then, 0, T - 1000, T + 1000, over("P1"));

        assertThat(likelihood(then)).isGreaterThan(5 * likelihood(before));
    }

    @Test
    void whenFaultsHideTheMomentAReachAtAnyTimeBetweenIsOne() {
        Party between = standsBefore("P1", 0.5);
        Party never = standsBefore("P1", 0.5);
        Point3 away = idle(plan.middleOf("P1").plus(new Point2(0, 0.5)));
        bothCamerasSee(between, 0, T, T + 9000, away);
        bothCamerasSee(between, 0, T + 9100, T + 10_300, over("P1"));
        bothCamerasSee(between, 0, T + 10_400, T + 20_000, away);
        bothCamerasSee(never, 0, T, T + 20_000, away);
        List<Reach> reaches = hands.reaches(change("P1", T, T + 20_000));

        assertThat(reaches).hasSize(2);
        assertThat(reaches.get(0).party()).isSameAs(between);
        assertThat(reaches.get(0).likelihood())
                .isGreaterThan(1.5 * reaches.get(1).likelihood());
    }

    @Test
    void thePlaceOfTheHandAlongThePlateIsTold() {
        Party anna = standsBefore("P1", 0.5);
        Point3 left = over("P1").plus(new Point3(-0.15, 0, 0));
        bothCamerasSee(anna, 0, T - 1500, T + 1500, left);

        Reach reach = hands.reaches(change("P1", T, T + 200)).getFirst();

        assertThat(Objects.requireNonNull(reach.along()).metres()).isCloseTo(0.10, within(0.08));
        assertThat(reach.along().sdMetres()).isBetween(0.005, 0.3);
    }

    @Test
    void ofAPartyTheMemberWhoReachesCounts() {
        Point2 before = plan.middleOf("P1").plus(new Point2(0, 0.5));
        Party family = floor.enters("family", new Point2(4, 4), before);
        Party other = floor.enters("other", before);
        bothCamerasSee(family, 1, T - 1500, T + 1500, over("P1"));

        assertThat(hands.reaches(change("P1", T, T + 200)))
                .extracting(Reach::party)
                .containsExactly(family, other);
        assertThat(likelihood(family)).isGreaterThan(likelihood(other));
    }

    @Test
    void nobodyNearMeansNobodyOrHardlyAnybody() {
        standsBefore("P2", 5);

        assertThat(hands.reaches(change("P1", T, T + 200))).allMatch(r -> r.likelihood() < 1e-3);
    }

    @Test
    void aPlateThatTheLayoutDoesNotHaveIsReachedByNobody() {
        standsBefore("P1", 0.5);

        assertThat(hands.reaches(change("P99", T, T + 200))).isEmpty();
    }

    @Test
    void aReadingBelongsToWhoseWristItIsAt() {
        Party anna = standsBefore("P1", 0.5);
        Party ben = standsBefore("P2", 0.5);
        Point3 things = new Point3(1.2, 0.9, 1.1);
        bothCamerasSee(anna, 0, T - 500, T + 500, things);
        bothCamerasSee(ben, 0, T - 500, T + 500, new Point3(1.9, 1.1, 0.8));
        hands.read(new ItemReading(T, "C1", things, List.of(new ItemReading.Candidate(ShopPlan.gtin(1), 0.9))));

        List<HeldItem> annas = hands.held(anna, T - 1000, T + 1000);
        assertThat(annas).hasSize(1);
        assertThat(annas.getFirst().share()).isGreaterThan(0.8);
        assertThat(hands.held(ben, T - 1000, T + 1000)).allMatch(h -> h.share() < 0.2);
        assertThat(hands.held(anna, T + 1, T + 1000)).isEmpty();
    }

    @Test
    void whoAsksInPassingDoesNotSettleWhoseHandAReadingWasIn() {
        Party anna = standsBefore("P1", 0.5);
        Party ben = standsBefore("P2", 0.5);
        Point3 things = new Point3(1.45, 0.9, 1.1);
        ItemReading reading =
                new ItemReading(T, "C1", things, List.of(new ItemReading.Candidate(ShopPlan.gtin(1), 0.9)));
        HandSensing unasked = new HandSensing(floor, plan.shelving(), HandParameters.defaults());
        hands.read(reading);
        unasked.read(reading);

        List<HeldItem> passing = hands.fork().held(anna, T - 1000, T + 1000);
        // Only then it becomes known where Ben's wrist was.
        bothCamerasSee(ben, 0, T - 500, T + 500, things);

        assertThat(passing.getFirst().share()).isGreaterThan(0.2);
        assertThat(hands.held(anna, T - 1000, T + 1000)).isEqualTo(unasked.held(anna, T - 1000, T + 1000));
        assertThat(hands.held(ben, T - 1000, T + 1000).getFirst().share()).isGreaterThan(0.8);
        assertThat(hands.fork().held(ben, T - 1000, T + 1000)).isEqualTo(hands.held(ben, T - 1000, T + 1000));
    }

    @Test
    void forgottenReadingsAreGone() {
        Party anna = standsBefore("P1", 0.5);
        Point3 things = new Point3(1.2, 0.9, 1.1);
        bothCamerasSee(anna, 0, T - 500, T + 500, things);
        hands.read(new ItemReading(T, "C1", things, List.of()));

        hands.forget(T);
        assertThat(hands.held(anna, T - 1000, T + 1000)).hasSize(1);
        hands.forget(T + 1);
        assertThat(hands.held(anna, T - 1000, T + 1000)).isEmpty();
    }
}
