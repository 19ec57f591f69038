package org.openaisle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.receipt.ReceiptParameters;
import org.openaisle.model.Decision;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.Output.CartChanged;
import org.openaisle.model.Output.Positions;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Output.StockChanged;
import org.openaisle.model.Output.VisitDecided;
import org.openaisle.model.PlanogramRow;

/** From observations of a small shop to receipts. */
class EngineTest {
    private static final double LONG = 45;

    private static ShopPlan shop() {
        return ShopPlan.empty()
                .knows(1, 355)
                .knows(2, 182)
                .knows(3, 520)
                .plate("P1", 1)
                .plate("P2", 2)
                .camera("C1", 5.8, 5.6)
                .camera("C2", 5.8, 3);
    }

    private static List<Output> run(ShopDay day, List<Observation> observations) {
        return run(day, observations, Parts.SENSED);
    }

    private static List<Output> run(ShopDay day, List<Observation> observations, Parts parts) {
        Engine engine = new Engine(day.plan.store(), day.plan.catalog(), EngineParameters.defaults(), parts);
        List<Output> outputs = new ArrayList<>();
        for (Observation o : observations) {
            outputs.addAll(engine.observe(o));
            outputs.addAll(engine.advanceTo(o.ownTime() - 2000));
        }
        outputs.addAll(engine.advanceTo(ShopDay.millis(LONG + 10)));
        return outputs;
    }

    private static List<Decision> decisions(ShopDay day) {
        return decisions(run(day, day.observations(LONG)));
    }

    private static List<Decision> decisions(List<Output> outputs) {
        return outputs.stream()
                .filter(VisitDecided.class::isInstance)
                .map(o -> ((VisitDecided) o).decision())
                .toList();
    }

    /** Token and lines of a decision, as "anna: 1x1 2x3". */
    private static String words(Decision decision) {
        StringBuilder words = new StringBuilder(decision.token() + ":");
        for (Decision.Line line : decision.lines()) {
            int number = Integer.parseInt(line.gtin().digits().substring(0, 13));
            words.append(' ').append(line.quantity()).append('x').append(number);
        }
        return words.toString();
    }

    @Test
    void whoTakesAndLeavesGetsAReceiptWithTheirTimes() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 20).moves(11, "P1", -355).out();

        List<Decision> decisions = decisions(day);

        assertThat(decisions).extracting(EngineTest::words).containsExactly("anna: 1x1");
        Decision anna = decisions.getFirst();
        assertThat(anna.enteredAt()).isEqualTo(ShopDay.millis(5));
        assertThat(anna.exitedAt()).isEqualTo(ShopDay.millis(20));
        assertThat(anna.decidedAt()).isBetween(ShopDay.millis(20), ShopDay.millis(26));
        assertThat(anna.confidence()).isGreaterThan(0.8);
        assertThat(anna.review()).isFalse();
    }

    @Test
    void whoTakesNothingGetsAReceiptWithoutLines() {
        ShopDay day = new ShopDay(shop()).visit("anna", 5, 20).out();

        assertThat(decisions(day)).extracting(EngineTest::words).containsExactly("anna:");
    }

    @Test
    void theCartFollowsTakingAndPuttingBackWhileTheVisitGoesOn() {
        ShopDay day = new ShopDay(shop())
                .visit("anna", 5, 30)
                .moves(11, "P1", -355)
                .moves(15, "P2", -182)
                .moves(20, "P1", 355)
                .out();

        List<Output> outputs = run(day, day.observations(LONG));

        List<CartChanged> changes = outputs.stream()
                .filter(CartChanged.class::isInstance)
                .map(CartChanged.class::cast)
                .toList();
        assertThat(changes).extracting(CartChanged::quantity).containsExactly(1, 1, 0);
        assertThat(changes.getFirst().happenedAt()).isCloseTo(ShopDay.millis(11), within(700L));
        assertThat(changes.getFirst().t()).isLessThan(ShopDay.millis(16));
        assertThat(decisions(outputs)).extracting(EngineTest::words).containsExactly("anna: 1x2");
    }

    @Test
    void twoWhoShopAtTheSameTimeGetWhatEachOfThemTook() {
        ShopDay day = new ShopDay(shop());
        day.visit("anna", 5, 30).moves(12, "P1", -355).moves(20, "P1", -355).out();
        day.visit("ben", 9, 34).moves(16, "P2", -182).moves(22, "P2", 182).out();

        assertThat(decisions(day)).extracting(EngineTest::words).containsExactly("anna: 2x1", "ben:");
    }

    @Test
    void changesAreExplainedInTheOrderInWhichTheyEndedWhateverTheOrderInWhichTheyAreSaid() {
        // The put-back is said before the take: the other way round there would be nothing to put back.
        ShopDay day = new ShopDay(shop())
                .visit("anna", 5, 22)
                .moves(11, "P1", 0)
                .moves(14.5, "P1", 0)
                .out();
        ScriptedShelves shelves =
                new ScriptedShelves().says(16, 14.5, "P1", 355).says(16, 11, "P1", -355);

        List<Output> outputs = run(day, day.observations(LONG), shelves);

        assertThat(decisions(outputs)).extracting(EngineTest::words).containsExactly("anna:");
        assertThat(outputs).as("what came and went at once").noneMatch(CartChanged.class::isInstance);
    }

    @Test
    void aReceiptWaitsForAPlateThatIsStillMovingButNotForEver() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 20).moves(13, "P1", 0).out();
        ReceiptParameters receipt = EngineParameters.defaults().receipt();
        double said = 20 + (receipt.waitMillis() + receipt.latestMillis()) / 2000.0;
        ScriptedShelves soon = new ScriptedShelves().says(said, 13, "P1", -355);
        ScriptedShelves never = new ScriptedShelves().says(40, 19, "P2", -182);

        Decision waited = decisions(run(day, day.observations(LONG), soon)).getFirst();
        Decision inTime = decisions(run(day, day.observations(LONG), never)).getFirst();

        Decision calm = decisions(run(day, day.observations(LONG), new ScriptedShelves()))
                .getFirst();

        assertThat(words(waited)).isEqualTo("anna: 1x1");
        assertThat(calm.decidedAt()).isLessThan(waited.decidedAt());
        assertThat(words(inTime)).isEqualTo("anna:");
        assertThat(inTime.decidedAt()).isLessThan(ShopDay.millis(30));
    }

    @Test
    void whoCameWithoutACodeGetsADecisionWithoutAToken() {
        ShopDay day = new ShopDay(shop()).visit(5, 20).moves(11, "P1", -355).out();

        assertThat(decisions(day)).extracting(EngineTest::words).containsExactly("null: 1x1");
    }

    @Test
    void staffGetNoDecision() {
        ShopDay day = new ShopDay(shop());
        day.visit("sam", 5, 20).moves(11, "P1", 710).out();
        day.also(new Observation.StaffNotice(ShopDay.millis(6), "sam", "restock"));

        assertThat(decisions(day)).isEmpty();
    }

    @Test
    void whoIsStillInsideGetsNoDecision() {
        ShopDay day = new ShopDay(shop())
                .visit("anna", 5, LONG + 30)
                .moves(11, "P1", -355)
                .out();
        List<Observation> untilNow = day.observations(LONG).stream()
                .filter(o -> o.ownTime() < ShopDay.millis(LONG))
                .toList();

        assertThat(decisions(run(day, untilNow))).isEmpty();
    }

    @Test
    void aPlateThatIsFilledWithSomethingElseSellsThatFromThenOn() {
        ShopDay day = new ShopDay(shop());
        day.visit("anna", 5, 16).moves(10, "P1", -355).out();
        day.visit("ben", 22, 36).moves(29, "P1", -520).out();
        day.also(new Observation.PlanogramChange(
                ShopDay.millis(19), "P1", List.of(new PlanogramRow("P1", ShopPlan.gtin(3), 9))));

        List<Output> outputs = run(day, day.observations(LONG));
        assertThat(decisions(outputs)).extracting(EngineTest::words).containsExactly("anna: 1x1", "ben: 1x3");
        // The nine that came, less Ben's.
        assertThat(outputs)
                .filteredOn(o -> o instanceof StockChanged s && s.gtin().equals(ShopPlan.gtin(3)))
                .singleElement()
                .satisfies(o -> assertThat(((StockChanged) o).quantity()).isEqualTo(8));
    }

    @Test
    void aCameraThatFallsSilentIsReportedAndTheOtherOneCarriesOn() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 24).moves(15, "P1", -355).out();
        List<Observation> withoutOneCamera = day.observations(LONG).stream()
                .filter(o -> !o.sensorId().equals("C2") || o.t() < ShopDay.millis(8))
                .toList();

        List<Output> outputs = run(day, withoutOneCamera);

        assertThat(decisions(outputs)).extracting(EngineTest::words).containsExactly("anna: 1x1");
        assertThat(outputs)
                .anyMatch(o -> o instanceof SensorHealth h
                        && h.sensorId().equals("C2")
                        && h.state() == SensorHealth.State.SILENT
                        && h.t() < ShopDay.millis(20));
    }

    @Test
    void everybodyInsideHasAPlaceAndNobodyElse() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 24).moves(15, "P1", -355).out();

        List<Positions> positions = run(day, day.observations(LONG)).stream()
                .filter(Positions.class::isInstance)
                .map(Positions.class::cast)
                .toList();

        assertThat(positions)
                .filteredOn(p -> p.t() < ShopDay.millis(4))
                .allMatch(p -> p.people().isEmpty());
        assertThat(positions)
                .filteredOn(p -> p.t() > ShopDay.millis(26))
                .allMatch(p -> p.people().isEmpty());
        double front = day.plan.middleOf("P1").x();
        assertThat(positions)
                .filteredOn(p -> p.t() > ShopDay.millis(14.6) && p.t() < ShopDay.millis(16))
                .isNotEmpty()
                .allSatisfy(p -> {
                    assertThat(p.people()).hasSize(1);
                    assertThat(p.people().getFirst().token()).isEqualTo("anna");
                    assertThat(p.people().getFirst().x()).isCloseTo(front, within(0.3));
                    assertThat(p.people().getFirst().y()).isCloseTo(0.95, within(0.3));
                });
    }

    @Test
    void aProductThatTheCatalogueMakesHeavierIsKnownByItsNewWeight() {
        ShopDay day = new ShopDay(shop());
        day.visit("anna", 5, 16).moves(10, "P1", -355).out();
        day.visit("ben", 22, 36).moves(29, "P1", -820).out();
        day.also(new Observation.CatalogChange(ShopDay.millis(19), List.of(ShopPlan.product(1, 410))));

        assertThat(decisions(day)).extracting(EngineTest::words).containsExactly("anna: 1x1", "ben: 2x1");
    }

    @Test
    void aProductTheCatalogueLearnsOfIsSoldFromThenOn() {
        ShopDay day = new ShopDay(shop());
        day.visit("ben", 22, 36).moves(29, "P1", -640).out();
        day.also(new Observation.CatalogChange(ShopDay.millis(3), List.of(ShopPlan.product(7, 640))));
        day.also(new Observation.PlanogramChange(
                ShopDay.millis(4), "P1", List.of(new PlanogramRow("P1", ShopPlan.gtin(7), null))));

        assertThat(decisions(day)).extracting(EngineTest::words).containsExactly("ben: 1x7");
    }

    @Test
    void sensorsThatAStoreDoesNotHaveAreNobodysBusiness() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 20).moves(11, "P1", -355).out();
        List<Decision> without = decisions(day);
        day.also(new Observation.WeightSamples(ShopDay.millis(9), "P99", 50, new double[] {1, 2, 3}))
                .also(new Observation.CameraFrame(ShopDay.millis(9), "C99", List.of()))
                .also(new Observation.GateCrossing(ShopDay.millis(9), "G99"))
                .also(new Observation.KioskVisit(ShopDay.millis(9), "K99", "nobody"))
                .also(new Observation.StaffNotice(ShopDay.millis(9), "nobody", "restock"))
                .also(new Observation.PlanogramChange(ShopDay.millis(9), "P99", List.of()));

        assertThat(decisions(day)).isEqualTo(without);
    }

    @Test
    void aReceiptComesWithTheEvidenceForItsLines() {
        ShopDay day =
                new ShopDay(shop()).visit("anna", 5, 20).moves(11, "P1", -355).out();

        VisitDecided decided = run(day, day.observations(LONG)).stream()
                .filter(VisitDecided.class::isInstance)
                .map(VisitDecided.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(decided.evidence().changes()).hasSize(1);
        assertThat(decided.evidence().changes().getFirst().plates()).containsExactly("P1");
        assertThat(Objects.requireNonNull(decided.decision().token())).isEqualTo("anna");
    }
}
