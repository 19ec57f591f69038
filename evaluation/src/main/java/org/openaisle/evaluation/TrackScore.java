package org.openaisle.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openaisle.model.Point2;

/**
 * Tracks on the floor against the truth: the measures of the contract's {@code score_tracks.py}, under its names. MOTA
 * (Bernardin and Stiefelhagen 2008) and IDF1 (Ristani et al. 2016) match within 0.5 m; HOTA with DetA and AssA (Luiten et
 * al. 2021) takes the similarity max(0, 1 - d / 1 m) and the mean over thresholds 0.05 to 0.95.
 */
public final class TrackScore {
    /** Within this a track is at a person, metres. */
    private static final double NEAR = 0.5;

    private TrackScore() {}

    /** Scores a file of tracks against {@code truth-tracks.ndjson} in a recording's folder. */
    public static Figures of(Path folder, Path tracks) {
        return of(folder, Places.read(tracks, "track"));
    }

    /** The same with the tracks' lines as a text; {@code name} is what complaints call it. */
    public static Figures ofText(Path folder, String tracks, String name) {
        return of(folder, Places.parse(tracks, "track", name));
    }

    private static Figures of(Path folder, List<Places> tracks) {
        ScoredArea area = ScoredArea.read(folder);
        List<Places> truth = Places.read(folder.resolve("truth-tracks.ndjson"), "person");
        return score(Places.pairs(truth, tracks, area));
    }

    /** People and tracks of one moment as numbers, and their distances in metres. */
    record Moment(int[] people, int[] tracks, double[][] distance) {}

    static Figures score(List<Places.Pair> pairs) {
        Map<String, Integer> people = new HashMap<>();
        Map<String, Integer> tracks = new HashMap<>();
        List<Moment> moments = new ArrayList<>();
        for (Places.Pair pair : pairs) {
            moments.add(moment(pair, people, tracks));
        }
        double[] peopleSeen = new double[people.size()];
        double[] tracksSeen = new double[tracks.size()];
        for (Moment m : moments) {
            count(m.people, peopleSeen);
            count(m.tracks, tracksSeen);
        }
        double truthTotal = sum(peopleSeen);
        double trackTotal = sum(tracksSeen);
        Clear clear = new Clear(moments, NEAR);
        double identified = identified(moments, people.size(), tracks.size());
        HigherOrder hota = new HigherOrder(moments, peopleSeen, tracksSeen);
        boolean any = truthTotal > 0;
        double both = truthTotal + trackTotal;
        return new Figures()
                .put("moments", moments.size())
                .put("people", people.size())
                .put("tracks", tracks.size())
                .put("MOTA", any ? 1 - (clear.missed() + clear.falsePositives() + clear.switches()) / truthTotal : null)
                .put("IDF1", both > 0 ? (Double) (2 * identified / both) : null)
                .put("HOTA", hota.hota())
                .put("DetA", hota.detection())
                .put("AssA", hota.association())
                .put("missed", any ? (Double) (clear.missed() / truthTotal) : null)
                .put("falsePositives", any ? (Double) (clear.falsePositives() / truthTotal) : null)
                .put("identitySwitches", clear.switches())
                .put("meanError", clear.meanError());
    }

    private static Moment moment(Places.Pair pair, Map<String, Integer> people, Map<String, Integer> tracks) {
        int[] g = numbers(pair.truth(), people);
        int[] r = numbers(pair.tracks(), tracks);
        double[][] distance = new double[g.length][r.length];
        int a = 0;
        for (Point2 p : pair.truth().values()) {
            int b = 0;
            for (Point2 q : pair.tracks().values()) {
                distance[a][b++] = StrictMath.hypot(p.x() - q.x(), p.y() - q.y());
            }
            a++;
        }
        return new Moment(g, r, distance);
    }

    private static int[] numbers(SequencedMap<String, Point2> places, Map<String, Integer> index) {
        int[] numbers = new int[places.size()];
        int i = 0;
        for (String name : places.keySet()) {
            numbers[i++] = index.computeIfAbsent(name, n -> index.size());
        }
        return numbers;
    }

    /** One matching of whole trajectories: in how many moments the paired ones are together. */
    private static double identified(List<Moment> moments, int people, int tracks) {
        double[][] cost = new double[people][tracks];
        for (Moment m : moments) {
            for (int a = 0; a < m.people.length; a++) {
                for (int b = 0; b < m.tracks.length; b++) {
                    cost[m.people[a]][m.tracks[b]] -= m.distance[a][b] < NEAR ? 1 : 0;
                }
            }
        }
        int[] matched = Assignment.solve(cost, tracks);
        double together = 0;
        for (int g = 0; g < people; g++) {
            together -= matched[g] < 0 ? 0 : cost[g][matched[g]];
        }
        return together;
    }

    private static void count(int[] numbers, double[] seen) {
        for (int n : numbers) {
            seen[n]++;
        }
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }
}
