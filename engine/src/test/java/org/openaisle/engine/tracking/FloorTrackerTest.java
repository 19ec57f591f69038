package org.openaisle.engine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openaisle.model.Observation;
import org.openaisle.model.Point2;

class FloorTrackerTest {
    private static Floor floor(Scene scene) {
        return new FloorTracker(scene.store(), TrackingParameters.defaults());
    }

    private static long t(double seconds) {
        return Scene.START + (long) (seconds * 1000);
    }

    @Test
    void onePersonComesInOnATokenWalksAndLeaves() {
        Scene scene = new Scene(1);
        Scene.Walker ann = scene.somebody(1.72)
                .at(0, -1, 1.5)
                .at(2, 0, 1.5)
                .at(4, 2, 3)
                .at(8, 6, 3)
                .at(10, 8, 1.5)
                .at(11, 9, 1.5);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        scene.cross(10, "out");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(9));
        Track track = Scene.trackOf(floor, ann, 6);
        assertThat(track).isNotNull();
        assertThat(track.enteredAt()).isEqualTo(t(2));
        assertThat(track.leftAt()).isEqualTo(Long.MAX_VALUE);
        assertThat(track.heightMetres()).isCloseTo(1.72, within(0.08));
        assertThat(track.wrists(t(6), t(7))).hasSizeGreaterThan(20);
        Point2 place = track.at(t(6));
        assertThat(place).isNotNull();
        assertThat(place.distance(new Point2(4, 3))).isLessThan(0.1);
        assertThat(Scene.tokenOf(floor, ann, 6)).isEqualTo("A");

        Scene.play(floor, scene.until(13).stream().filter(o -> o.t() >= t(9)).toList());
        floor.advance(t(16));
        List<Party> departed = floor.departed();
        assertThat(departed).hasSize(1);
        assertThat(departed.get(0).token()).isEqualTo("A");
        assertThat(departed.get(0).enteredAt()).isEqualTo(t(2));
        assertThat(departed.get(0).exitedAt()).isEqualTo(t(10));
        assertThat(departed.get(0).inside()).isZero();
        assertThat(floor.departed()).isEmpty();
        assertThat(track.leftAt()).isEqualTo(t(10));
    }

    /** Two who meet face to face and walk on keep their tokens. */
    @Test
    void twoCross() {
        Scene scene = new Scene(2);
        Scene.Walker ann = scene.somebody(1.70)
                .at(0, -1, 1.5)
                .at(2, 0, 1.5)
                .at(5, 3, 3)
                .at(12, 3, 3)
                .at(16, 6, 3)
                .at(20, 6, 3);
        Scene.Walker bob = scene.somebody(1.72)
                .at(4, -1, 1.5)
                .at(6, 0, 1.5)
                .at(12, 6, 3.1)
                .at(16, 3, 3.1)
                .at(20, 3, 3.1);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        scene.scan(5, "B", 1);
        scene.cross(6, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(20));
        assertThat(Scene.tokenOf(floor, ann, 19)).isEqualTo("A");
        assertThat(Scene.tokenOf(floor, bob, 19)).isEqualTo("B");
        assertThat(floor.tracks()).hasSize(2);
    }

    @Test
    void aPartyOfThreeSharesItsTokenAndLeavesWithItsLast() {
        Scene scene = new Scene(3);
        Scene.Walker mum = scene.somebody(1.68)
                .at(0, -1, 1.5)
                .at(2, 0, 1.5)
                .at(6, 4, 3)
                .at(14, 4, 3)
                .at(18, 8, 1.5)
                .at(19, 9, 1.5);
        Scene.Walker son = scene.somebody(1.15)
                .at(3, -1, 1.5)
                .at(5, 0, 1.5)
                .at(8, 3, 2)
                .at(15, 3, 2)
                .at(20, 8, 1.5)
                .at(21, 9, 1.5);
        Scene.Walker dad = scene.somebody(1.85)
                .at(6, -1, 1.5)
                .at(8, 0, 1.5)
                .at(11, 3, 4)
                .at(17, 3, 4)
                .at(23, 8, 1.5)
                .at(24, 9, 1.5);
        scene.scan(1, "F", 3);
        scene.cross(2, "in");
        scene.cross(5, "in");
        scene.cross(8, "in");
        scene.cross(18, "out");
        scene.cross(20, "out");
        scene.cross(23, "out");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(13));
        assertThat(Scene.tokenOf(floor, mum, 12)).isEqualTo("F");
        assertThat(Scene.tokenOf(floor, son, 12)).isEqualTo("F");
        assertThat(Scene.tokenOf(floor, dad, 12)).isEqualTo("F");
        assertThat(floor.parties()).hasSize(1);
        assertThat(floor.parties().get(0).inside()).isEqualTo(3);
        Track child = Scene.trackOf(floor, son, 12);
        assertThat(child).isNotNull();
        assertThat(child.heightMetres()).isCloseTo(1.15, within(0.1));

        Scene.play(floor, scene.until(27).stream().filter(o -> o.t() >= t(13)).toList());
        floor.advance(t(30));
        List<Party> departed = floor.departed();
        assertThat(departed).hasSize(1);
        assertThat(departed.get(0).exitedAt()).isEqualTo(t(23));
    }

    @Test
    void aTailgaterIsAPartyWithoutAToken() {
        Scene scene = new Scene(4);
        Scene.Walker ann =
                scene.somebody(1.70).at(0, -1, 1.5).at(2, 0, 1.5).at(5, 3, 3).at(12, 3, 4);
        Scene.Walker thief = scene.somebody(1.80)
                .at(1.5, -1, 1.5)
                .at(3.5, 0, 1.5)
                .at(6, 3, 2)
                .at(12, 5, 2);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        scene.cross(3.5, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(11));
        assertThat(Scene.tokenOf(floor, ann, 10)).isEqualTo("A");
        assertThat(Scene.tokenOf(floor, thief, 10)).isNull();
    }

    @Test
    void aDeadCameraLosesNobody() {
        Scene scene = new Scene(5);
        scene.dies("C1", 3);
        Scene.Walker ann =
                scene.somebody(1.70).at(0, -1, 1.5).at(2, 0, 1.5).at(10, 7, 4).at(20, 1, 5);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(19));
        assertThat(Scene.tokenOf(floor, ann, 18)).isEqualTo("A");
    }

    /** All cameras look away for five seconds: the walker who reappears elsewhere is the one who was lost. */
    @Test
    void somebodyLostIsFoundAgain() {
        Scene scene = new Scene(6);
        Scene.Walker ann =
                scene.somebody(1.70).at(0, -1, 1.5).at(2, 0, 1.5).at(8, 3, 4).at(20, 6, 2);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        Floor floor = floor(scene);
        Scene.play(
                floor,
                scene.until(19).stream()
                        .filter(o -> !(o instanceof Observation.CameraFrame) || o.t() < t(8) || o.t() > t(13))
                        .toList());
        assertThat(Scene.tokenOf(floor, ann, 18)).isEqualTo("A");
        assertThat(floor.tracks()).hasSize(1);
    }

    @Test
    void aBeamThatSomebodyOnlyTouchesLetsNobodyOut() {
        Scene scene = new Scene(7);
        Scene.Walker ann = scene.somebody(1.70)
                .at(0, -1, 1.5)
                .at(2, 0, 1.5)
                .at(9, 7.9, 1.5)
                .at(12, 7.9, 1.5)
                .at(16, 4, 4);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        scene.cross(9.5, "out");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(16));
        assertThat(Scene.tokenOf(floor, ann, 15)).isEqualTo("A");
        assertThat(floor.departed()).isEmpty();
    }

    @Test
    void whoWaitsAtTheGateComesInBeforeTheNextPartysFamily() {
        Scene scene = new Scene(8);
        scene.somebody(1.70).at(0, -1, 1.3).at(2, 0, 1.3).at(8, 6, 4).at(30, 6, 5);
        Scene.Walker late = scene.somebody(1.20)
                .at(2, -1, 1.7)
                .at(8.5, -0.5, 1.7)
                .at(9, 0, 1.7)
                .at(14, 4, 2)
                .at(30, 4, 2);
        Scene.Walker other = scene.somebody(1.80)
                .at(6, -1.5, 1.4)
                .at(8.3, 0, 1.4)
                .at(14, 5, 3)
                .at(30, 5, 3);
        Scene.Walker wife = scene.somebody(1.65)
                .at(9, -1.5, 1.4)
                .at(11.5, 0, 1.4)
                .at(16, 3, 4)
                .at(30, 3, 4);
        scene.scan(1, "A", 2);
        scene.cross(2, "in");
        scene.scan(7, "B", 2);
        scene.cross(8.3, "in");
        scene.cross(9, "in");
        scene.cross(11.5, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(20));
        assertThat(Scene.tokenOf(floor, other, 19)).isEqualTo("B");
        assertThat(Scene.tokenOf(floor, late, 19)).isEqualTo("A");
        assertThat(Scene.tokenOf(floor, wife, 19)).isEqualTo("B");
    }

    @Test
    void withoutBeamsTheTracksTellWhoCameAndWent() {
        Scene scene = new Scene(10);
        Scene.Walker ann = scene.somebody(1.72)
                .at(0, -1.5, 1.5)
                .at(3, 0, 1.5)
                .at(5, 2, 3)
                .at(9, 6, 3)
                .at(11, 8, 1.5)
                .at(13, 9.5, 1.5);
        scene.scan(1.5, "A", 1);
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(9));
        assertThat(Scene.tokenOf(floor, ann, 8)).isEqualTo("A");
        Scene.play(floor, scene.until(16).stream().filter(o -> o.t() >= t(9)).toList());
        floor.advance(t(40));
        List<Party> departed = floor.departed();
        assertThat(departed).hasSize(1);
        assertThat(departed.get(0).enteredAt()).isCloseTo(t(3), within(200L));
        assertThat(departed.get(0).exitedAt()).isCloseTo(t(11), within(300L));
    }

    /** She bends to a low shelf for three seconds; her place and her height stay. */
    @Test
    void whoBendsStaysInPlace() {
        Scene scene = new Scene(11);
        Scene.Walker ann = scene.somebody(1.75)
                .at(0, -1, 1.5)
                .at(2, 0, 1.5)
                .at(5, 4, 3)
                .at(20, 4, 3)
                .bends(9, 12, 1.2);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(15));
        Track track = Scene.trackOf(floor, ann, 14);
        assertThat(track).isNotNull();
        assertThat(track.heightMetres()).isCloseTo(1.75, within(0.1));
        for (double seconds = 9; seconds < 14; seconds += 0.5) {
            Point2 place = track.at(t(seconds));
            assertThat(place).isNotNull();
            assertThat(place.distance(new Point2(4, 3))).isLessThan(0.15);
        }
    }

    @Test
    void nobodyIsLeftOfABeamThatBrokeForNobody() {
        Scene scene = new Scene(12);
        scene.somebody(1.72).at(0, -1, 1.5).at(2, 0, 1.5).at(5, 4, 3).at(40, 4, 3);
        scene.scan(1, "A", 1);
        scene.cross(2, "in");
        scene.cross(6, "in");
        Floor floor = floor(scene);
        Scene.play(floor, scene.until(32));
        assertThat(floor.tracks()).hasSize(1);
        assertThat(floor.parties()).hasSize(1);
    }

    @Test
    void goesOnFromASnapshotAsIfThereHadBeenNone() throws IOException, ClassNotFoundException {
        Scene scene = new Scene(9);
        scene.somebody(1.70).at(0, -1, 1.5).at(2, 0, 1.5).at(9, 6, 4).at(20, 2, 5);
        scene.somebody(1.60).at(3, -1, 1.5).at(5, 0, 1.5).at(12, 5, 5).at(20, 5, 1);
        scene.scan(1, "A", 2);
        scene.cross(2, "in");
        scene.cross(5, "in");
        List<Observation> all = scene.until(18);
        Floor whole = floor(scene);
        Floor parts = floor(scene);
        for (int i = 0; i < all.size(); i++) {
            Scene.play(whole, List.of(all.get(i)));
            Scene.play(parts, List.of(all.get(i)));
            if (i % 97 == 0) {
                parts = copy(parts);
            }
        }
        assertThat(describe(parts)).isEqualTo(describe(whole)).contains("A");
    }

    private static Floor copy(Floor floor) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(floor);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Floor) in.readObject();
        }
    }

    private static String describe(Floor floor) {
        return floor.tracks().stream()
                .map(k -> k.id() + " " + (k.party() == null ? "" : k.party().token()) + " " + k.at(t(10)) + " "
                        + k.at(t(17)) + " " + k.spreadMetres(t(17)) + " " + k.wrists(t(16), t(17)))
                .collect(Collectors.joining("\n"));
    }
}
