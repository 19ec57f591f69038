package org.openaisle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.model.Observation;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output;
import org.openaisle.model.Output.CartChanged;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Output.VisitDecided;

/** What a cart shows while the visit goes on, and that nothing else hears of it. */
class LiveCartsTest {
    private static final double LONG = 45;
    private static final long PATIENCE = EngineParameters.defaults().patienceMillis();

    /** Real shelves of which nothing can be seen coming. */
    private record Reticent(ShelfSensing shelves) implements ShelfSensing {
        @Override
        public void weigh(WeightSamples samples) {
            shelves.weigh(samples);
        }

        @Override
        public List<WeightChange> advance(long t) {
            return shelves.advance(t);
        }

        @Override
        public long openSince() {
            return shelves.openSince();
        }

        @Override
        public List<SensorHealth> health() {
            return shelves.health();
        }
    }

    private static final Parts RETICENT = new Parts() {
        @Override
        public ShelfSensing shelves(Shelving shelving, EngineParameters parameters) {
            return new Reticent(Parts.super.shelves(shelving, parameters));
        }
    };

    private static ShopPlan shop() {
        return ShopPlan.empty()
                .knows(1, 355)
                .knows(2, 182)
                .knows(4, 700)
                .plate("P1", 1, 4)
                .plate("P2", 2, 4)
                .camera("C1", 5.8, 5.6)
                .camera("C2", 5.8, 3);
    }

    private static ShopDay annaAlone() {
        return new ShopDay(shop())
                .visit("anna", 5, 22)
                .moves(11, "P1", 0)
                .moves(15, "P1", 0)
                .out();
    }

    private static List<Output> run(ShopDay day, Parts parts) {
        return run(day, day.observations(LONG), parts);
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

    private static List<CartChanged> carts(List<Output> outputs) {
        return outputs.stream()
                .filter(CartChanged.class::isInstance)
                .map(CartChanged.class::cast)
                .toList();
    }

    private static List<Output> allButCarts(List<Output> outputs) {
        return outputs.stream().filter(o -> !(o instanceof CartChanged)).toList();
    }

    /** The product's number, and how many of it are in the cart now, as "1x2". */
    private static List<String> words(List<CartChanged> changes) {
        return changes.stream()
                .map(c ->
                        c.quantity() + "x" + Integer.parseInt(c.gtin().digits().substring(0, 13)))
                .toList();
    }

    private static String receipt(List<Output> outputs) {
        VisitDecided decided = outputs.stream()
                .filter(VisitDecided.class::isInstance)
                .map(VisitDecided.class::cast)
                .findFirst()
                .orElseThrow();
        return decided.decision().lines().toString();
    }

    @Test
    void aTakeShowsWithinSixteenHundredMillisecondsAndAPutBackToo() {
        ShopDay day = new ShopDay(shop())
                .visit("anna", 5, 30)
                .moves(11, "P1", -355)
                .moves(15, "P2", -182)
                .moves(20, "P1", 355)
                .out();

        List<CartChanged> changes = carts(run(day, Parts.SENSED));

        assertThat(words(changes)).containsExactly("1x1", "1x2", "0x1");
        assertThat(changes.get(0).t()).isBetween(ShopDay.millis(11), ShopDay.millis(12.6));
        assertThat(changes.get(1).t()).isBetween(ShopDay.millis(15), ShopDay.millis(16.6));
        assertThat(changes.get(2).t()).isBetween(ShopDay.millis(20), ShopDay.millis(21.6));
        assertThat(changes).allMatch(c -> c.token() != null && c.token().equals("anna"));
    }

    @Test
    void whatTheShelvesHaveSaidShowsWithoutWaitingForThePatience() {
        ScriptedShelves shelves = new ScriptedShelves().says(11.8, 11, "P1", -355);

        List<CartChanged> changes = carts(run(annaAlone(), shelves));

        assertThat(words(changes)).containsExactly("1x1");
        assertThat(changes.getFirst().t()).isEqualTo(ShopDay.millis(11.8));
        assertThat(changes.getFirst().happenedAt()).isEqualTo(ShopDay.millis(10.8));
    }

    @Test
    void aProvisionalLineIsPutRightWhenTheNeighbourJoins() {
        ScriptedShelves shelves = new ScriptedShelves()
                .settles(11.5, 11, "P1", -355)
                .settlesNothing(12)
                .says(12, 11, new WeightChange.Part("P1", -355, 1), new WeightChange.Part("P2", -345, 1));

        List<Output> outputs = run(annaAlone(), shelves);

        List<CartChanged> changes = carts(outputs);
        assertThat(words(changes)).containsExactly("1x1", "0x1", "1x4");
        assertThat(changes.get(0).t()).isEqualTo(ShopDay.millis(11.5));
        assertThat(changes.get(1).t()).isEqualTo(ShopDay.millis(12));
        assertThat(receipt(outputs))
                .contains(ShopPlan.gtin(4).digits())
                .doesNotContain(ShopPlan.gtin(1).digits());
    }

    @Test
    void whatWasSeenComingAndNeverCameIsTakenBack() {
        ScriptedShelves shelves =
                new ScriptedShelves().settles(11.5, 11, "P1", -355).settlesNothing(12.3);

        List<CartChanged> changes = carts(run(annaAlone(), shelves));

        assertThat(words(changes)).containsExactly("1x1", "0x1");
        assertThat(changes.get(1).t()).isEqualTo(ShopDay.millis(12.3));
    }

    @Test
    void aLineThatTheFinalExplanationConfirmsIsSaidOnce() {
        ScriptedShelves shelves = new ScriptedShelves()
                .settles(11.5, 11, "P1", -355)
                .settlesNothing(12)
                .says(12, 11, "P1", -356)
                .settles(15.5, 15, "P1", -700)
                .settlesNothing(16)
                .says(16, 15, "P1", -699);

        assertThat(words(carts(run(annaAlone(), shelves)))).containsExactly("1x1", "1x4");
    }

    @Test
    void whenEitherOfTwoMayHaveTakenItNothingIsSaidBeforeTheFinalExplanation() {
        ShopDay day = new ShopDay(shop());
        day.visit("anna", 5, 30).moves(12, "P1", 0).out();
        day.visit("ben", 7, 34).moves(12, "P1", 0).out();
        ScriptedShelves shelves = new ScriptedShelves().says(12.6, 12, "P1", -355);

        List<CartChanged> changes = carts(run(day, shelves));

        assertThat(changes).isNotEmpty();
        assertThat(changes.getFirst().probability()).isLessThan(0.6);
        assertThat(changes.getFirst().t()).isGreaterThanOrEqualTo(ShopDay.millis(12.6) + PATIENCE);
    }

    @Test
    void decisionsEvidenceAndStockAreTheSameWhateverWasShownEarly() {
        ShopDay day = new ShopDay(shop());
        day.visit("anna", 5, 30)
                .moves(11, "P1", -355)
                .moves(16, "P2", -182)
                .moves(22, "P1", 500)
                .out();
        day.visit("ben", 7, 33).moves(13, "P2", -882).moves(17, "P1", -355).out();

        List<Observation> observations = day.observations(LONG);
        List<Output> early = run(day, observations, Parts.SENSED);
        List<Output> later = run(day, observations, RETICENT);

        assertThat(carts(early).getFirst().t())
                .isLessThan(carts(later).getFirst().t());
        assertThat(allButCarts(early)).isEqualTo(allButCarts(later));
    }
}
