package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.model.Point2;
import org.openaisle.model.Segment2;

class TrackScoreTest {
    private static final ScoredArea EVERYWHERE = new ScoredArea(
            List.of(new Point2(-9, -9), new Point2(9, -9), new Point2(9, 9), new Point2(-9, 9)), List.of());

    @Test
    void perfectTracksScoreOne() {
        Figures figures = score(walk("a", "b"), walk("1", "2"));
        for (String name : List.of("MOTA", "IDF1", "HOTA", "DetA", "AssA")) {
            assertThat(figures.get(name)).as(name).isCloseTo(1, within(1e-12));
        }
        assertThat(figures.get("identitySwitches")).isZero();
        assertThat(figures.get("meanError")).isZero();
    }

    @Test
    void tracksThatSwapHalfWayCostIdentityButNoDetection() {
        List<Places> swapped = new ArrayList<>(walk("1", "2").subList(0, 10));
        swapped.addAll(walk("2", "1").subList(10, 20));
        Figures figures = score(walk("a", "b"), swapped);
        assertThat(figures.get("identitySwitches")).isEqualTo(2);
        assertThat(figures.get("IDF1")).isCloseTo(0.5, within(1e-12));
        assertThat(figures.get("MOTA")).isCloseTo(1 - 2 / 40.0, within(1e-12));
        assertThat(figures.get("DetA")).isCloseTo(1, within(1e-12));
        assertThat(figures.get("AssA")).isCloseTo(10 / (20 + 20 - 10.0), within(1e-12));
    }

    @Test
    void noTracksAtAllScoreZero() {
        Figures figures = score(walk("a", "b"), List.of());
        assertThat(figures.get("MOTA")).isZero();
        assertThat(figures.get("HOTA")).isZero();
        assertThat(figures.get("meanError")).isNull();
    }

    @Test
    void tracksMoreThan150MillisecondsAwaySayNothing() {
        List<Places> truth = List.of(new Places(1000, people("a", 1)));
        assertThat(score(truth, List.of(new Places(1150, people("1", 1)))).get("MOTA"))
                .isEqualTo(1);
        assertThat(score(truth, List.of(new Places(1151, people("1", 1)))).get("MOTA"))
                .isZero();
    }

    @Test
    void peopleAtAGateOrOffTheFloorAreNotScored() {
        ScoredArea area =
                new ScoredArea(EVERYWHERE.outline(), List.of(new Segment2(new Point2(0, 0), new Point2(0, 1))));
        assertThat(area.inside(people("a", 0.39))).isEmpty();
        assertThat(area.inside(people("a", 0.41))).hasSize(1);
        assertThat(area.inside(people("a", 9.5))).isEmpty();
    }

    @Test
    void theAssignmentCostsNoMoreThanTheBestOfAllPermutations() {
        Random random = new Random(7);
        System.out.println("assignment against all permutations, seed 7");
        for (int n = 1; n <= 5; n++) {
            for (int m = 1; m <= 5; m++) {
                double[][] cost = new double[n][m];
                for (double[] row : cost) {
                    for (int j = 0; j < m; j++) {
                        row[j] = random.nextInt(8);
                    }
                }
                int[] columns = Assignment.solve(cost, m);
                double sum = 0;
                int matched = 0;
                for (int i = 0; i < n; i++) {
                    sum += columns[i] < 0 ? 0 : cost[i][columns[i]];
                    matched += columns[i] < 0 ? 0 : 1;
                }
                assertThat(matched).isEqualTo(Math.min(n, m));
                assertThat(sum).isEqualTo(cheapest(cost, 0, new boolean[m], Math.max(0, n - m)));
            }
        }
    }

    @Test
    void aMomentWithTheSameTrackTwiceIsRefused() {
        String line = "{\"t\":1,\"people\":[{\"track\":\"1\",\"x\":0,\"y\":0},{\"track\":1,\"x\":0,\"y\":0}]}";
        assertThatThrownBy(() -> Places.parse(line, "track", "tracks.ndjson"))
                .isInstanceOf(Malformed.class)
                .hasMessage("tracks.ndjson, line 1: a 'track' occurs twice in one moment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"samples/kiosk-calm", "real/cmc1", "real/cmc2", "narrow/02"})
    void saysWhatTheContractsScorerSays(String recording, @TempDir Path folder) throws Exception {
        Path truth = Contract.path(recording);
        List<Places> places = Places.read(truth.resolve("truth-tracks.ndjson"), "person");
        for (long seed = 1; seed <= 2; seed++) {
            Path file = folder.resolve("tracks-" + seed + ".ndjson");
            Files.writeString(file, PerturbedTracks.of(places, seed));
            System.out.println("perturbed tracks of " + recording + ", seed " + seed);
            Contract.assertSame(TrackScore.of(truth, file), Contract.python("score_tracks.py", truth, file));
        }
    }

    /** The least cost of matching rows from {@code row} on, of which {@code spare} may stay without a column. */
    private static double cheapest(double[][] cost, int row, boolean[] used, int spare) {
        if (row == cost.length) {
            return 0;
        }
        double best = spare > 0 ? cheapest(cost, row + 1, used, spare - 1) : Double.POSITIVE_INFINITY;
        for (int j = 0; j < used.length; j++) {
            if (!used[j]) {
                used[j] = true;
                best = Math.min(best, cost[row][j] + cheapest(cost, row + 1, used, spare));
                used[j] = false;
            }
        }
        return best;
    }

    private static Figures score(List<Places> truth, List<Places> tracks) {
        return TrackScore.score(Places.pairs(truth, tracks, EVERYWHERE));
    }

    /** Two people who walk side by side, 3 m apart. */
    private static List<Places> walk(String first, String second) {
        List<Places> moments = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            SequencedMap<String, Point2> people = people(first, 0.1 * k);
            people.put(second, new Point2(0.1 * k, 3));
            moments.add(new Places(200L * k, people));
        }
        return moments;
    }

    private static SequencedMap<String, Point2> people(String name, double x) {
        SequencedMap<String, Point2> people = new LinkedHashMap<>();
        people.put(name, new Point2(x, 0));
        return people;
    }
}
