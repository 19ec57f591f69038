package org.openaisle.evaluation.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Camera;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Polygon;
import org.openaisle.model.Product;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;

class TruePartsTest {
    private static final Gtin COLA = new Gtin("04006381333931");
    private static final Catalog CATALOG = Catalog.of(List.of(new Product(COLA, "Cola", 355, 2, 179, 0.05, "drinks", 0)));

    /** Looks along +y from 4 m in front of the origin, 1.5 m high: x right, z up in the world. */
    private static final Camera CAMERA = new Camera(
            "C1",
            1280,
            720,
            10,
            new double[] {800, 0, 640, 0, 800, 360, 0, 0, 1},
            new double[5],
            new double[] {1, 0, 0, 0, 0, -1, 0, 1, 0},
            new double[] {0, 1.5, 4});

    private static final Store STORE = new Store(
            "s",
            "s",
            "UTC",
            "EUR",
            new Polygon(List.of(new Point2(-5, -5), new Point2(5, -5), new Point2(5, 5))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(CAMERA),
            null);

    @Test
    void goodsWeighTheirMeanExactlyWhenTheyMove() {
        TrueShelves shelves = new TrueShelves(
                truth(event(10_000, Truth.Kind.TAKE, 2), event(20_000, Truth.Kind.RETURN, 1), event(21_000, Truth.Kind.HANDOVER, 1)),
                CATALOG);
        assertThat(shelves.advance(9_999)).isEmpty();
        assertThat(shelves.openSince()).isEqualTo(9_600);
        List<WeightChange> taken = shelves.advance(10_400);
        assertThat(taken).singleElement().extracting(WeightChange::deltaGrams).isEqualTo(-710.0);
        assertThat(shelves.openSince()).isEqualTo(Long.MAX_VALUE);
        assertThat(shelves.advance(60_000)).singleElement().extracting(WeightChange::deltaGrams).isEqualTo(355.0);
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
    void wristsGoToThePersonWhoseBodyIsSeenThere() {
        TrueFloor floor = floor();
        // In the frame's order the second person comes first.
        floor.see(new CameraFrame(2_000, "C1", List.of(seen(new Point2(1, 0)), seen(new Point2(-1, 1)))));
        Track left = floor.tracks().getFirst();
        Track right = floor.tracks().getLast();
        assertThat(left.wrists(1_999, 2_001)).hasSize(1);
        assertThat(right.wrists(1_999, 2_001)).hasSize(1);
        WristSighting sighting = right.wrists(0, 9_999).getFirst();
        Point3 wrist = new Point3(1.3, 0, 1);
        Point3 to = wrist.minus(sighting.origin());
        assertThat(to.times(1 / to.norm()).distance(sighting.direction())).isLessThan(1e-6);
    }

    private static TrueFloor floor() {
        List<Truth.Moment> moments = new ArrayList<>();
        for (long t = 1_000; t <= 3_000; t += 1_000) {
            double y = (t - 1_000) / 1000.0;
            moments.add(new Truth.Moment(
                    t, List.of(new Truth.Person("p1", "t1", -1, y), new Truth.Person("p2", "t2", 1, 0))));
        }
        Truth truth = new Truth(
                List.of(visit("t1", 3_100L, "p1"), visit("t2", null, "p2")), List.of());
        return new TrueFloor(STORE, truth, moments);
    }

    private static Truth.Visit visit(String token, @Nullable Long exitedAt, String person) {
        return new Truth.Visit(token, 950, exitedAt, false, 1, List.of(person), List.of());
    }

    /** Somebody of 1.7 m, with shoulders, hips and the left wrist stretched 0.3 m aside at 1 m. */
    private static PersonDetection seen(Point2 at) {
        float[] keypoints = new float[PersonDetection.NUMBERS];
        put(keypoints, Keypoint.LEFT_SHOULDER, new Point3(at.x() - 0.2, at.y(), 1.4));
        put(keypoints, Keypoint.RIGHT_SHOULDER, new Point3(at.x() + 0.2, at.y(), 1.4));
        put(keypoints, Keypoint.LEFT_HIP, new Point3(at.x() - 0.1, at.y(), 0.9));
        put(keypoints, Keypoint.RIGHT_HIP, new Point3(at.x() + 0.1, at.y(), 0.9));
        put(keypoints, Keypoint.LEFT_WRIST, new Point3(at.x() + 0.3, at.y(), 1));
        return new PersonDetection(0, 0, 10, 10, 0.9, keypoints, new float[0]);
    }

    private static void put(float[] keypoints, Keypoint point, Point3 world) {
        Point2 pixel = CAMERA.project(world);
        assertThat(pixel).isNotNull();
        keypoints[3 * point.ordinal()] = (float) pixel.x();
        keypoints[3 * point.ordinal() + 1] = (float) pixel.y();
        keypoints[3 * point.ordinal() + 2] = 0.9f;
    }

    private static Truth truth(Truth.Event... events) {
        return new Truth(List.of(), List.of(events));
    }

    private static Truth.Event event(long t, Truth.Kind kind, int quantity) {
        return new Truth.Event(t, kind, "t1", "p1", COLA, quantity, "P1", null, null);
    }
}
