package org.openaisle.engine.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Output.SensorHealth.State;

/** What a single plate, and plates beside each other, make of what people do to them. */
class ShelfSensorTest {
    private static final double LEVEL = 4000;

    private static PlateModel plate() {
        return new PlateModel(LEVEL, 7);
    }

    @Test
    void aUnitTakenIsOneChangeOfItsWeightAtItsTime() {
        ShelfRun run = ShelfRun.of(plate().step(5, -355), 12);

        assertThat(run.changes).hasSize(1);
        WeightChange change = run.changes.getFirst();
        assertThat(change.deltaGrams()).isCloseTo(-355, within(4 * change.sigmaGrams()));
        assertThat(change.mainPlate()).isEqualTo("P1");
        assertThat(change.movedFrom()).isBetween(ShelfRun.millis(4.9), ShelfRun.millis(5.4));
        assertThat(change.startedAt()).isLessThanOrEqualTo(change.movedFrom());
        assertThat(change.movedFrom()).isLessThanOrEqualTo(change.movedTo());
        assertThat(change.movedTo()).isLessThanOrEqualTo(change.endedAt());
    }

    @Test
    void aUnitPutDownIsOneChangeUpwards() {
        ShelfRun run = ShelfRun.of(plate().step(5, 355), 12);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(355, within(4.0)));
    }

    @Test
    void aChangeIsSaidSoonAfterThePlateHasComeToRest() {
        ShelfRun run = ShelfRun.of(plate().step(5, -355), 8);

        assertThat(run.changes).hasSize(1);
        assertThat(run.changes.getFirst().endedAt()).isLessThan(ShelfRun.millis(7));
        assertThat(run.sensor.openSince()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whileAHandIsOnThePlateItSaysThatSomethingIsOpen() {
        ShelfRun run = ShelfRun.of(plate().press(5, 60, 900), 9);

        assertThat(run.changes).isEmpty();
        assertThat(run.sensor.openSince()).isBetween(ShelfRun.millis(4.8), ShelfRun.millis(5.4));
    }

    @Test
    void aPlateThatRoundsToFiveGramsStillTellsTheWeight() {
        ShelfRun run = ShelfRun.of(plate().roundedTo(5).step(5, -355).step(11, 182), 18);

        assertThat(run.deltas()).hasSize(2);
        assertThat(run.deltas().get(0)).isCloseTo(-355, within(5.0));
        assertThat(run.deltas().get(1)).isCloseTo(182, within(5.0));
    }

    @Test
    void driftIsFollowedAndNotReported() {
        ShelfRun run = ShelfRun.of(plate().drift(0.04), 240);

        assertThat(run.changes).isEmpty();
    }

    @Test
    void aStepOnADriftingPlateHasTheStepsSize() {
        ShelfRun run = ShelfRun.of(plate().drift(0.04).step(60, -250), 70);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(-250, within(4.0)));
    }

    @Test
    void aStepThatFallsIntoAGapOfTheSamplesIsFoundBehindIt() {
        ShelfRun run = ShelfRun.of(plate().gap(5, 7.5).step(6, -355), 14);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(-355, within(4.0)));
        assertThat(run.changes.getFirst().movedFrom()).isLessThanOrEqualTo(ShelfRun.millis(6));
        assertThat(run.changes.getFirst().movedTo()).isGreaterThanOrEqualTo(ShelfRun.millis(6.1));
    }

    @Test
    void aHandThatPressesAndLiftsWithoutTakingIsNoChange() {
        ShelfRun run = ShelfRun.of(plate().press(5, 6.2, 800).press(9, 9.4, -120), 15);

        assertThat(run.changes).isEmpty();
    }

    @Test
    void aHandThatPressesBeforeItTakesGivesOneChangeOfWhatItTook() {
        ShelfRun run = ShelfRun.of(plate().press(5, 5.5, 600).step(5.45, -355), 12);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(-355, within(4.0)));
    }

    @Test
    void aBumpOfTheWholeFixtureIsNoChangeOfAnyPlate() {
        ShelfRun run = new ShelfRun(
                ShopPlan.empty().knows(1, 60).plate("P1", 1).plate("P2", 1).plate("P3", 1));
        for (int i = 1; i <= 3; i++) {
            run.with("P" + i, new PlateModel(LEVEL, i).press(5, 5.3, 300).press(5.3, 5.6, -250));
        }
        run.play(12);

        assertThat(run.changes).isEmpty();
    }

    @Test
    void twoStepsWithAShortPlateauBetweenAreTwoChanges() {
        ShelfRun run = ShelfRun.of(plate().step(5, -355).step(6.8, -182), 13);

        assertThat(run.deltas()).hasSize(2);
        assertThat(run.deltas().get(0)).isCloseTo(-355, within(6.0));
        assertThat(run.deltas().get(1)).isCloseTo(-182, within(6.0));
    }

    @Test
    void unitsTakenHalfASecondApartAreOneChangeOfTwoMovements() {
        ShelfRun run = new ShelfRun(ShopPlan.empty().knows(1, 355).plate("P1", 1))
                .with("P1", new PlateModel(LEVEL, 7).step(5, -355).step(5.6, -355))
                .play(12);

        assertThat(run.changes).hasSize(1);
        List<WeightChange> movements = run.changes.getFirst().movements();
        assertThat(movements).extracting(WeightChange::deltaGrams).allMatch(g -> Math.abs(g + 355) < 25);
        assertThat(movements.stream().mapToDouble(WeightChange::deltaGrams).sum())
                .isCloseTo(run.deltas().getFirst(), within(1e-3));
        assertThat(movements.getFirst().movedTo())
                .isBetween(ShelfRun.millis(5), ShelfRun.millis(5.4))
                .isLessThan(movements.getLast().movedFrom());
        assertThat(movements.getLast().movedFrom()).isBetween(ShelfRun.millis(5.5), ShelfRun.millis(5.7));
    }

    @Test
    void aUnitThatComesForAnotherOfItsWeightIsATouchThatSwings() {
        ShelfRun run = new ShelfRun(ShopPlan.empty().knows(1, 355).plate("P1", 1))
                .with("P1", new PlateModel(LEVEL, 7).step(5, 355).step(5.2, -352))
                .play(12);

        assertThat(run.changes).isEmpty();
        assertThat(run.touches).hasSize(1);
        assertThat(run.touches.getFirst().deltaGrams()).isCloseTo(3, within(2.0));
        assertThat(run.touches.getFirst().swing().highGrams()).isGreaterThan(200);
        assertThat(run.coming).isEmpty();
    }

    @Test
    void aUnitThatComesForAnotherIsATouchThoughTheNeighbourFeelsALittleOfIt() {
        ShelfRun run = new ShelfRun(ShopPlan.empty()
                        .knows(1, 537)
                        .knows(2, 355)
                        .plate("P1", 1)
                        .plate("P2", 2))
                .with("P1", new PlateModel(LEVEL, 7).step(5, 537).step(5.5, -541))
                .with("P2", new PlateModel(LEVEL, 8).step(5, 3))
                .play(12);

        assertThat(run.changes).isEmpty();
        assertThat(run.touches).extracting(WeightChange::mainPlate).containsExactly("P1");
    }

    @Test
    void aTouchTooLightForAnyUnitIsNotSaid() {
        ShelfRun run = new ShelfRun(ShopPlan.empty().knows(1, 355).plate("P1", 1))
                .with("P1", new PlateModel(LEVEL, 7).press(5, 6, 60))
                .play(12);

        assertThat(run.changes).isEmpty();
        assertThat(run.touches).isEmpty();
    }

    @Test
    void aUnitThatRestsForAMomentOnItsWayUpIsOneMovement() {
        ShelfRun run = new ShelfRun(ShopPlan.empty().knows(1, 355).plate("P1", 1))
                .with("P1", new PlateModel(LEVEL, 7).step(5, -160).step(5.6, -195))
                .play(12);

        assertThat(run.changes).hasSize(1);
        assertThat(run.changes.getFirst().movements()).isEmpty();
    }

    @Test
    void twoStepsWithoutAPlateauBetweenLoseNoWeight() {
        ShelfRun run = ShelfRun.of(plate().step(5, -355).step(5.2, -182), 13);

        assertThat(run.deltas().stream().mapToDouble(d -> d).sum()).isCloseTo(-537, within(5.0));
    }

    @Test
    void aSlowPickOverSeveralSecondsIsOneChange() {
        ShelfRun run = ShelfRun.of(plate().slowly(5, 9, -355), 16);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(-355, within(6.0)));
        assertThat(run.changes.getFirst().movedTo() - run.changes.getFirst().movedFrom())
                .isGreaterThan(1500);
    }

    @Test
    void aHandThatPressesAfterItTookDoesNotMakeTheTakeLater() {
        ShelfRun run = ShelfRun.of(plate().step(5, -75).press(5.6, 5.9, 80), 12);

        assertThat(run.deltas()).hasSize(1);
        assertThat(run.changes.getFirst().movedFrom()).isBetween(ShelfRun.millis(4.9), ShelfRun.millis(5.4));
    }

    @Test
    void aUnitHeldAboveThePlateForTwentySecondsWasTakenAndPutBack() {
        ShelfRun run = ShelfRun.of(plate().step(5, -355).step(25, 355), 32);

        assertThat(run.deltas()).hasSize(2);
        assertThat(run.deltas().get(0)).isCloseTo(-355, within(4.0));
        assertThat(run.deltas().get(1)).isCloseTo(355, within(4.0));
        assertThat(run.changes.get(1).startedAt() - run.changes.get(0).endedAt())
                .isGreaterThan(15_000);
    }

    @Test
    void theLightestUnitIsFoundAndWhatIsMuchLighterIsNot() {
        ShelfRun run = ShelfRun.of(plate().step(5, -40).step(12, -3), 20);

        assertThat(run.deltas()).hasSize(1).allSatisfy(d -> assertThat(d).isCloseTo(-40, within(3.0)));
    }

    @Test
    void whatLeaksFromANeighbourIsNoChangeAndIsTakenOutOfOne() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 20).knows(2, 900).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -18))
                .with("P2", new PlateModel(LEVEL, 2).step(5, -900))
                .play(12);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P2");
        assertThat(run.deltas().getFirst()).isCloseTo(-900, within(5.0));
    }

    @Test
    void aNeighbourThatLeaksTwiceAsMuchAsUsualIsStillNoChange() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 20).knows(2, 900).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -36))
                .with("P2", new PlateModel(LEVEL, 2).step(5, -900))
                .play(12);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P2");
    }

    @Test
    void theSameSmallChangeAloneIsAUnitTaken() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 20).knows(2, 900).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -20))
                .with("P2", new PlateModel(LEVEL, 2).step(9, -900))
                .play(15);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P1", "P2");
    }

    @Test
    void neighboursThatGiveDifferentUnitsAtOnceAreTwoChanges() {
        ShopPlan plan =
                ShopPlan.empty().knows(1, 355).knows(2, 500).plate("P1", 1).plate("P2", 2);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -355))
                .with("P2", new PlateModel(LEVEL, 2).step(5, -500))
                .play(12);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactlyInAnyOrder("P1", "P2");
    }

    @Test
    void aUnitOnTwoNarrowPlatesIsOneChangeWithItsWholeWeight() {
        ShopPlan plan = ShopPlan.narrow().knows(1, 355).plate("P1", 1).plate("P2", 1);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -215))
                .with("P2", new PlateModel(LEVEL, 2).step(5.05, -140))
                .play(12);

        assertThat(run.changes).hasSize(1);
        WeightChange change = run.changes.getFirst();
        assertThat(change.parts()).extracting(WeightChange.Part::plateId).containsExactly("P1", "P2");
        assertThat(change.deltaGrams()).isCloseTo(-355, within(6 * change.sigmaGrams() + 6));
        assertThat(change.mainPlate()).isEqualTo("P1");
    }

    @Test
    void aUnitOnThreeNarrowPlatesIsOneChangeOfTheMiddleOne() {
        ShopPlan plan =
                ShopPlan.narrow().knows(1, 500).plate("P1", 1).plate("P2", 1).plate("P3", 1);
        // Every plate also feels two per cent of what its neighbours lose.
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -90 - 6))
                .with("P2", new PlateModel(LEVEL, 2).step(5, -300 - 4))
                .with("P3", new PlateModel(LEVEL, 3).step(5, -110 - 6))
                .play(12);

        assertThat(run.changes).hasSize(1);
        assertThat(run.changes.getFirst().parts()).hasSize(3);
        assertThat(run.changes.getFirst().mainPlate()).isEqualTo("P2");
        assertThat(run.deltas().getFirst()).isCloseTo(-500, within(15.0));
    }

    @Test
    void unitsTakenFromNarrowNeighboursOneAfterTheOtherStayApart() {
        ShopPlan plan = ShopPlan.narrow().knows(1, 355).plate("P1", 1).plate("P2", 1);
        ShelfRun run = new ShelfRun(plan)
                .with("P1", new PlateModel(LEVEL, 1).step(5, -355))
                .with("P2", new PlateModel(LEVEL, 2).step(10, -355))
                .play(16);

        assertThat(run.changes).extracting(WeightChange::mainPlate).containsExactly("P1", "P2");
    }

    @Test
    void aPlateThatIsStuckIsReportedAndComesBackWhenItMoves() {
        ShelfRun run = ShelfRun.of(plate().stuck(30, 150), 170);

        assertThat(run.health).extracting(SensorHealth::state).containsExactly(State.STUCK, State.GOOD);
        assertThat(run.health).extracting(SensorHealth::sensorId).containsOnly("P1");
    }

    @Test
    void whatWasTakenWhileAPlateWasStuckShowsWhenItMovesAgainAndMayBeOfAnyTimeBetween() {
        ShelfRun run = ShelfRun.of(plate().step(10, -120).stuck(30, 60).step(45, -355), 75);

        assertThat(run.deltas()).hasSize(2);
        assertThat(run.deltas().get(1)).isCloseTo(-355, within(6.0));
        assertThat(run.changes.get(1).movedFrom()).isLessThanOrEqualTo(ShelfRun.millis(45));
        assertThat(run.changes.get(1).movedTo()).isGreaterThanOrEqualTo(ShelfRun.millis(45));
    }

    @Test
    void aPlateThatHasFallenSilentIsReportedAndComesBackWithItsNextLine() {
        ShelfRun run = ShelfRun.of(plate().gap(20, 45), 60);

        assertThat(run.health).extracting(SensorHealth::state).containsExactly(State.SILENT, State.GOOD);
        assertThat(run.changes).isEmpty();
    }

    @Test
    void whenAPlateFeltNothingIsKnownWhileItIsStuckAndAfterwards() {
        ShelfRun stuck = ShelfRun.of(plate().stuck(30, 150), 60);
        ShelfRun again = ShelfRun.of(plate().stuck(30, 60), 75);

        assertThat(stuck.sensor.numb(ShelfRun.millis(50), ShelfRun.millis(51))).containsExactly("P1");
        assertThat(stuck.sensor.numb(ShelfRun.millis(20), ShelfRun.millis(21))).isEmpty();
        assertThat(again.sensor.numb(ShelfRun.millis(50), ShelfRun.millis(51))).containsExactly("P1");
        assertThat(again.sensor.numb(ShelfRun.millis(70), ShelfRun.millis(71))).isEmpty();
    }

    @Test
    void aPlateFeelsNothingWhileItIsSilent() {
        ShelfRun run = ShelfRun.of(plate().gap(20, 45), 40);

        assertThat(run.sensor.numb(ShelfRun.millis(30), ShelfRun.millis(31))).containsExactly("P1");
        assertThat(run.sensor.numb(ShelfRun.millis(10), ShelfRun.millis(11))).isEmpty();
    }

    @Test
    void anUnknownPlateIsNobodysBusiness() {
        ShelfRun run = new ShelfRun(ShopPlan.empty().knows(1, 40).plate("P1", 1))
                .with("P9", plate().step(5, -355))
                .play(10);

        assertThat(run.changes).isEmpty();
    }

    @Test
    void aRestlessPlateIsReportedAndItsChangesAreTrustedLess() {
        ShelfRun calm = ShelfRun.of(new PlateModel(LEVEL, 7).noise(1).step(60, -900), 70);
        ShelfRun noisy = ShelfRun.of(new PlateModel(LEVEL, 7).noise(12).step(60, -900), 70);

        assertThat(noisy.changes).isNotEmpty();
        assertThat(noisy.changes.getFirst().sigmaGrams())
                .isGreaterThan(2 * calm.changes.getFirst().sigmaGrams());
    }

    @Test
    void aPlateThatCreepsIsReportedButItsCreepingIsNoChange() {
        ShelfRun run = ShelfRun.of(new PlateModel(LEVEL, 7).noise(1).drift(0.3), 200);

        assertThat(run.changes).isEmpty();
        assertThat(run.health).extracting(SensorHealth::state).contains(State.DRIFTING);
    }

    @Test
    void aPlateThatBecomesRestlessIsNotDeafForEver() {
        ShelfRun run =
                ShelfRun.of(new PlateModel(LEVEL, 7).noise(0.6).noiseFrom(30, 6).step(120, -900), 140);

        assertThat(run.changes).anySatisfy(c -> {
            assertThat(c.deltaGrams()).isCloseTo(-900, within(30.0));
            assertThat(c.movedTo()).isBetween(ShelfRun.millis(119), ShelfRun.millis(122));
        });
    }

    @Test
    void aSingleWildSampleIsNoChange() {
        ShelfRun run = ShelfRun.of(plate().press(30, 30.4, 4_000_000), 45);

        assertThat(run.changes).isEmpty();
        assertThat(run.sensor.openSince()).isEqualTo(Long.MAX_VALUE);
    }
}
