package org.openaisle.evaluation.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.HeldThing;
import org.openaisle.engine.hands.Meeting;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Product;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;

class TrueHandsTest {
    private static final Gtin COLA = new Gtin("04006381333931");
    private static final Gtin GUM = new Gtin("10012345678902");
    private static final Catalog CATALOG = Catalog.of(List.of(
            new Product(COLA, "Cola", 355, 2, 179, 0.05, "drinks", 0),
            new Product(GUM, "Gum", 20, 1, 99, 0.05, "sweets", 0)));
    private static final Party ANNA = new Party(1, "anna", 1, 0);
    private static final Party BERT = new Party(2, "bert", 1, 0);

    @Test
    void whoReallyTookItGetsAllOfTheLikelihood() {
        TrueHands hands = hands(event(10_000, "bert", COLA));
        assertThat(hands.reaches(change(9_900, -355))).extracting(Reach::party).containsExactly(BERT);
    }

    @Test
    void ofTwoAtOnceItIsWhoseGoodsWeighTheSame() {
        TrueHands hands = hands(event(10_000, "anna", GUM), event(10_000, "bert", COLA));
        assertThat(hands.reaches(change(9_900, -354))).extracting(Reach::party).containsExactly(BERT);
        assertThat(hands.reaches(change(9_900, -21))).extracting(Reach::party).containsExactly(ANNA);
    }

    @Test
    void whenOneChangeHoldsWhatTwoTookBothAreNamed() {
        TrueHands hands = hands(event(10_000, "anna", GUM), event(10_200, "bert", COLA));
        assertThat(hands.reaches(change(9_900, -375))).extracting(Reach::party).containsExactly(ANNA, BERT);
    }

    @Test
    void aChangeThatNoGoodsMadeIsLeftToWhatWasSeen() {
        assertThat(hands(event(60_000, "anna", GUM)).reaches(change(9_900, -375)))
                .isEqualTo(SEEN);
    }

    private static final List<Reach> SEEN = List.of(new Reach(ANNA, 0.3, 0, null));

    private static TrueHands hands(Truth.Event... events) {
        Polygon floor = new Polygon(List.of(new Point2(0, 0), new Point2(5, 0), new Point2(5, 5)));
        Store store = new Store(
                "s", "s", "UTC", "EUR", floor, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
        Truth truth = new Truth(List.of(), List.of(events));
        return new TrueHands(truth, List.of(), new Shelving(store, CATALOG), new TwoParties(), new Unsure());
    }

    private static Truth.Event event(long t, String token, Gtin gtin) {
        return new Truth.Event(t, Truth.Kind.TAKE, token, token, gtin, 1, "P1", null, null);
    }

    private static WeightChange change(long from, double grams) {
        return new WeightChange(
                List.of(new WeightChange.Part("P1", grams, 0.5)), from, from + 800, from + 150, from + 250);
    }

    private static final class TwoParties implements Floor {
        private static final long serialVersionUID = 1;

        @Override
        public void see(CameraFrame frame) {}

        @Override
        public void scan(GateScan scan) {}

        @Override
        public void cross(GateCrossing crossing) {}

        @Override
        public void identify(KioskVisit visit) {}

        @Override
        public void advance(long t) {}

        @Override
        public List<Track> tracks() {
            return List.of();
        }

        @Override
        public List<Party> parties() {
            return List.of(ANNA, BERT);
        }

        @Override
        public List<Party> departed() {
            return List.of();
        }

        @Override
        public double belief(Track track, @Nullable Party party, long t) {
            return 0;
        }
    }

    private static final class Unsure implements Reaches {
        private static final long serialVersionUID = 1;

        @Override
        public void read(ItemReading reading) {}

        @Override
        public List<Reach> reaches(WeightChange change) {
            return SEEN;
        }

        @Override
        public List<HeldThing> things(WeightChange change, boolean taken, List<WeightChange> others) {
            return List.of();
        }

        @Override
        public List<HeldItem> held(Party party, long from, long to) {
            return List.of();
        }

        @Override
        public List<Meeting> meetings(long from, long to) {
            return List.of();
        }

        @Override
        public void forget(long t) {}

        @Override
        public Reaches fork() {
            return this;
        }
    }
}
