package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Which detection of a frame is whom: the assignment of greatest likelihood ratio against "nobody known", from place, height and
 * appearance (Bar-Shalom, Willett and Tian, Tracking and Data Fusion, 2011, on global nearest neighbours).
 */
final class Association implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double NEVER = 1e6;
    private static final double CLEAR = 4;

    private final TrackingParameters parameters;
    private final AppearanceScale scale;
    private final double logClutter;

    private transient double[] gain = new double[0];
    /** For each detection the index of its person, -1 for none. */
    transient int[] chosen = new int[0];
    /** Whether no other reading of the detection comes near. */
    transient boolean[] clear = new boolean[0];

    Association(TrackingParameters parameters, AppearanceScale scale) {
        this.parameters = parameters;
        this.scale = scale;
        logClutter = StrictMath.log(parameters.clutterDensity());
    }

    void solve(List<Sighting> sightings, List<Person> people, long t) {
        int rows = sightings.size();
        int columns = people.size();
        if (gain == null || gain.length < rows * columns) {
            gain = new double[rows * columns];
        }
        if (chosen == null || chosen.length < rows) {
            chosen = new int[rows];
            clear = new boolean[rows];
        }
        Arrays.fill(gain, 0, rows * columns, 0);
        boolean contested = false;
        int[] wanted = new int[columns];
        for (int r = 0; r < rows; r++) {
            Sighting s = sightings.get(r);
            int best = -1;
            for (int c = 0; c < columns; c++) {
                double g = gain(s, people.get(c), t);
                gain[r * columns + c] = g;
                if (g > 0 && (best < 0 || g > gain[r * columns + best])) {
                    best = c;
                }
            }
            chosen[r] = best;
            if (best >= 0 && ++wanted[best] > 1) {
                contested = true;
            }
        }
        if (contested) {
            contest(rows, columns);
        }
        for (int r = 0; r < rows; r++) {
            clear[r] = chosen[r] >= 0 && isClear(r, rows, columns);
        }
    }

    private void contest(int rows, int columns) {
        // Only people whom some detection may be take part.
        int[] column = new int[columns];
        int used = 0;
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                if (gain[r * columns + c] > 0) {
                    column[used++] = c;
                    break;
                }
            }
        }
        int width = used + rows;
        double[] cost = new double[rows * width];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < used; k++) {
                double g = gain[r * columns + column[k]];
                cost[r * width + k] = g > 0 ? -g : NEVER;
            }
        }
        int[] answer = Assignment.solve(cost, rows, width);
        for (int r = 0; r < rows; r++) {
            chosen[r] = answer[r] < used && gain[r * columns + column[answer[r]]] > 0 ? column[answer[r]] : -1;
        }
    }

    private boolean isClear(int r, int rows, int columns) {
        int mine = chosen[r];
        double g = gain[r * columns + mine];
        for (int c = 0; c < columns; c++) {
            if (c != mine && gain[r * columns + c] > g - CLEAR && gain[r * columns + c] > 0) {
                return false;
            }
        }
        for (int other = 0; other < rows; other++) {
            if (other != r && gain[other * columns + mine] > g - CLEAR && gain[other * columns + mine] > 0) {
                return false;
            }
        }
        return true;
    }

    /** How much likelier the detection is this person than nobody known; 0 when it cannot be. */
    private double gain(Sighting s, Person person, long t) {
        BodyState body = person.body;
        double dt = (t - body.t) / 1000.0;
        double dx = s.x - body.x();
        double dy = s.y - body.y();
        // A cheap bound first: nobody outruns it.
        double reach = 1 + 3 * (s.spread + body.spread()) + 3 * dt;
        if (dx * dx + dy * dy > reach * reach) {
            return 0;
        }
        body.predict(t);
        double gain = body.logLikelihood(s) - logClutter;
        if (body.distance > parameters.gate()) {
            return 0;
        }
        double looks = scale.evidence(person.appearance, s.looks);
        if (person.unseen(t) > parameters.lostMillis() && person.unseen(t) > 0 && looks < 0) {
            return 0;
        }
        return Math.max(0, gain + looks);
    }
}
