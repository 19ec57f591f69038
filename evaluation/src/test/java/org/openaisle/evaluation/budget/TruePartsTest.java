package org.openaisle.evaluation.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Product;
import org.openaisle.model.Truth;

class TruePartsTest {
    private static final Gtin COLA = new Gtin("04006381333931");
    private static final Catalog CATALOG =
            Catalog.of(List.of(new Product(COLA, "Cola", 355, 2, 179, 0.05, "drinks", 0)));

    @Test
    void goodsWeighTheirMeanExactlyWhenTheyMove() {
        TrueShelves shelves = new TrueShelves(
                truth(
                        event(10_000, Truth.Kind.TAKE, 2),
                        event(20_000, Truth.Kind.RETURN, 1),
                        event(21_000, Truth.Kind.HANDOVER, 1)),
                CATALOG);
        assertThat(shelves.advance(9_999)).isEmpty();
        assertThat(shelves.openSince()).isEqualTo(9_800);
        List<WeightChange> taken = shelves.advance(10_550);
        assertThat(taken).singleElement().extracting(WeightChange::deltaGrams).isEqualTo(-710.0);
        assertThat(shelves.openSince()).isEqualTo(Long.MAX_VALUE);
        assertThat(shelves.advance(60_000))
                .singleElement()
                .extracting(WeightChange::deltaGrams)
                .isEqualTo(355.0);
    }

    @Test
    void peopleComeAndGoWithTheirPartiesWhenTheyReallyDid() {
        TrueFloor floor = floor();
        floor.advance(900);
        assertThat(floor.parties()).isEmpty();
        floor.advance(2_000);
        assertThat(floor.parties()).extracting(Party::token).containsExactly("t1", "t2");
        Track first = floor.tracks().getFirst();
        assertThat(first.at(1_500)).isEqualTo(new Point2(-1, 0.5));
        assertThat(floor.belief(first, floor.parties().getFirst(), 1_500)).isEqualTo(1);
        assertThat(floor.belief(first, floor.parties().getLast(), 1_500)).isZero();
        assertThat(floor.departed()).isEmpty();
        floor.advance(5_000);
        List<Party> gone = floor.departed();
        assertThat(gone).extracting(Party::token).containsExactly("t1");
        assertThat(gone.getFirst().exitedAt()).isEqualTo(3_100);
        assertThat(floor.departed()).isEmpty();
        assertThat(floor.tracks()).hasSize(2);
    }

    @Test
    void wristsAreThoseOfTheTrackThatStoodWhereThePersonWas() {
        // Tracking has confused the two: its first track walks with the second person, and nobody has a third.
        Standing first = new Standing(1, new Point2(1.1, 0));
        Standing second = new Standing(2, new Point2(-0.9, 1.2));
        TrueFloor floor = floor(new Standing(3, new Point2(4, 4)), first, second);
        floor.advance(2_000);
        assertThat(floor.seenAs((TrueTrack) floor.tracks().getFirst(), 2_000)).isSameAs(second);
        assertThat(floor.seenAs((TrueTrack) floor.tracks().getLast(), 2_000)).isSameAs(first);
        assertThat(floor.tracks().getLast().wrists(1_900, 2_100))
                .isEqualTo(first.wrists(1_900, 2_100))
                .hasSize(1);
    }

    @Test
    void whoseTrackWasLostHasNoWrists() {
        TrueFloor floor = floor(new Standing(3, new Point2(4, 4)));
        floor.advance(2_000);
        assertThat(floor.tracks().getFirst().wrists(1_900, 2_100)).isEmpty();
    }

    private static TrueFloor floor(Track... seen) {
        List<Truth.Moment> moments = new ArrayList<>();
        for (long t = 1_000; t <= 3_000; t += 1_000) {
            double y = (t - 1_000) / 1000.0;
            moments.add(new Truth.Moment(
                    t, List.of(new Truth.Person("p1", "t1", -1, y), new Truth.Person("p2", "t2", 1, 0))));
        }
        Truth truth = new Truth(List.of(visit("t1", 3_100L, "p1"), visit("t2", null, "p2")), List.of());
        return new TrueFloor(new Seen(List.of(seen)), truth, moments);
    }

    private static Truth.Visit visit(String token, @Nullable Long exitedAt, String person) {
        return new Truth.Visit(token, 950, exitedAt, false, 1, List.of(person), List.of());
    }

    /** Tracking that only ever says the same. */
    private record Seen(List<Track> tracks) implements Floor {
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
        public List<Party> parties() {
            return List.of();
        }

        @Override
        public List<Party> departed() {
            return List.of();
        }

        @Override
        public double belief(Track track, Party party, long t) {
            return 0;
        }
    }

    /** A track that stands still and shows one wrist. */
    private record Standing(int id, Point2 place) implements Track {
        @Override
        public @Nullable Party party() {
            return null;
        }

        @Override
        public long enteredAt() {
            return 0;
        }

        @Override
        public long leftAt() {
            return Long.MAX_VALUE;
        }

        @Override
        public double heightMetres() {
            return 1.7;
        }

        @Override
        public Point2 at(long t) {
            return place;
        }

        @Override
        public double spreadMetres(long t) {
            return 0.1;
        }

        @Override
        public List<WristSighting> wrists(long from, long to) {
            Point3 origin = new Point3(0, 0, 3);
            return List.of(new WristSighting(from, 0, true, origin, new Point3(0, 0, -1), 0.01, 0.9, 1));
        }
    }

    private static Truth truth(Truth.Event... events) {
        return new Truth(List.of(), List.of(events));
    }

    private static Truth.Event event(long t, Truth.Kind kind, int quantity) {
        return new Truth.Event(t, kind, "t1", "p1", COLA, quantity, "P1", null, null);
    }
}
