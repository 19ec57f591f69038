package org.openaisle.evaluation;

import java.util.List;

/**
 * HOTA (Luiten et al., IJCV 2021): detection and association in one figure, over thresholds of the similarity
 * max(0, 1 - d / 1 m). One matching serves all thresholds, weighted by how well whole trajectories go together.
 */
final class HigherOrder {
    private static final int THRESHOLDS = 19;
    private static final double TINY = 1e-9;

    private final List<TrackScore.Moment> moments;
    private final double[] peopleSeen;
    private final double[] tracksSeen;
    private double hota;
    private double detection;
    private double association;

    HigherOrder(List<TrackScore.Moment> moments, double[] peopleSeen, double[] tracksSeen) {
        this.moments = moments;
        this.peopleSeen = peopleSeen;
        this.tracksSeen = tracksSeen;
        double[][] alignment = alignment();
        double[][] matched = new double[THRESHOLDS][peopleSeen.length * tracksSeen.length];
        double[] hits = new double[THRESHOLDS];
        for (TrackScore.Moment m : moments) {
            match(m, alignment, matched, hits);
        }
        double total = TrackScore.sum(peopleSeen) + TrackScore.sum(tracksSeen);
        for (int i = 0; i < THRESHOLDS; i++) {
            double det = hits[i] / Math.max(1, total - hits[i]);
            double ass = association(matched[i]);
            detection += det / THRESHOLDS;
            association += ass / THRESHOLDS;
            hota += Math.sqrt(det * ass) / THRESHOLDS;
        }
    }

    double hota() {
        return hota;
    }

    double detection() {
        return detection;
    }

    double association() {
        return association;
    }

    private static double threshold(int i) {
        return 0.05 + i * 0.05;
    }

    private static double[][] similarity(TrackScore.Moment m) {
        double[][] s = new double[m.people().length][m.tracks().length];
        for (int a = 0; a < s.length; a++) {
            for (int b = 0; b < s[a].length; b++) {
                s[a][b] = Math.max(0, 1 - m.distance()[a][b]);
            }
        }
        return s;
    }

    /** How much two trajectories share of what either is: a soft count of common moments over all their moments. */
    private double[][] alignment() {
        double[][] common = new double[peopleSeen.length][tracksSeen.length];
        for (TrackScore.Moment m : moments) {
            double[][] s = similarity(m);
            double[] column = new double[m.tracks().length];
            for (double[] row : s) {
                for (int b = 0; b < row.length; b++) {
                    column[b] += row[b];
                }
            }
            for (int a = 0; a < s.length; a++) {
                double row = TrackScore.sum(s[a]);
                for (int b = 0; b < s[a].length; b++) {
                    double rivals = column[b] + row - s[a][b];
                    common[m.people()[a]][m.tracks()[b]] += rivals > TINY ? s[a][b] / rivals : 0;
                }
            }
        }
        for (int g = 0; g < peopleSeen.length; g++) {
            for (int r = 0; r < tracksSeen.length; r++) {
                common[g][r] /= Math.max(TINY, peopleSeen[g] + tracksSeen[r] - common[g][r]);
            }
        }
        return common;
    }

    private void match(TrackScore.Moment m, double[][] alignment, double[][] matched, double[] hits) {
        double[][] s = similarity(m);
        double[][] cost = new double[s.length][m.tracks().length];
        for (int a = 0; a < s.length; a++) {
            for (int b = 0; b < s[a].length; b++) {
                cost[a][b] = -alignment[m.people()[a]][m.tracks()[b]] * s[a][b];
            }
        }
        int[] columns = Assignment.solve(cost, m.tracks().length);
        for (int a = 0; a < s.length; a++) {
            int b = columns[a];
            for (int i = 0; b >= 0 && i < THRESHOLDS && s[a][b] >= threshold(i) - TINY; i++) {
                hits[i]++;
                matched[i][m.people()[a] * tracksSeen.length + m.tracks()[b]]++;
            }
        }
    }

    private double association(double[] matched) {
        double sum = 0;
        double total = 0;
        for (int g = 0; g < peopleSeen.length; g++) {
            for (int r = 0; r < tracksSeen.length; r++) {
                double j = matched[g * tracksSeen.length + r];
                sum += j * j / Math.max(1, peopleSeen[g] + tracksSeen[r] - j);
                total += j;
            }
        }
        return sum / Math.max(1, total);
    }
}
