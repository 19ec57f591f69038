package org.openaisle.engine.tracking;

import java.io.Serializable;

/**
 * How far a camera's rays miss the body points they should meet, as angles, by body point: what calibration and the detector's
 * habits (a box that ends below the feet) have in common over many people. Learned slowly, forgotten slowly.
 */
final class Aim implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double MEMORY = 1000;
    /** So many sightings a camera is believed to aim well. */
    private static final double DOUBT = 100;
    /** Pulls back to no error, since all cameras together could drift unnoticed. */
    private static final double LEAK = 2e-4;
    /** Larger misses are somebody else. */
    private static final double LARGEST = 0.06;

    private final double[] side = new double[BodyModel.values().length];
    private final double[] up = new double[BodyModel.values().length];
    private final double[] count = new double[BodyModel.values().length];

    double side(BodyModel part) {
        return side[part.ordinal()];
    }

    double up(BodyModel part) {
        return up[part.ordinal()];
    }

    /** The sighting is of a body that now stands, as all cameras together say, at x, y with this height. */
    void learn(CameraView view, Sighting s, double x, double y, double height) {
        for (int i = 0; i < s.points; i++) {
            double dx = s.rays[3 * i];
            double dy = s.rays[3 * i + 1];
            double dz = s.rays[3 * i + 2];
            double across = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
            double ex = dx / across;
            double ey = dy / across;
            BodyModel part = s.parts[i];
            double toX = x - view.x;
            double toY = y - view.y;
            double sideMiss = (ex * toY - ey * toX) / s.range;
            double upMiss = (dz * (ex * toX + ey * toY) - across * (part.heightShare * height - view.z)) / s.range;
            if (Math.abs(sideMiss) > LARGEST || Math.abs(upMiss) > LARGEST) {
                continue;
            }
            int k = part.ordinal();
            count[k] = Math.min(MEMORY, count[k] + 1);
            double share = 1 / (count[k] + DOUBT);
            side[k] += share * (sideMiss - side[k]) - LEAK * side[k];
            up[k] += share * (upMiss - up[k]) - LEAK * up[k];
        }
    }
}
