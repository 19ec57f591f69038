package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Observation.ItemReading.Candidate;
import org.openaisle.model.Point3;

/**
 * The readings of one thing, strung together by where it was: a Kalman filter over place and velocity, the same for each axis
 * (Bar-Shalom, Willett and Tian 2011).
 */
final class FollowedThing implements Serializable {
    private static final long serialVersionUID = 1;
    /** So long a thing may be hidden and still be taken for the same. */
    private static final long LOST_MILLIS = 700;

    private static final double NOISE_METRES = 0.07;
    /** What a hand's speed changes by within a second, metres a second. */
    private static final double ACCELERATION = 3;

    private static final double GATE = 16;
    /** Against a thing that looks altogether different. */
    private static final double UNLIKE = 3;

    final List<ItemReading> readings = new ArrayList<>();
    private final double[] place;
    private final double[] velocity = new double[3];
    private double placeVariance = NOISE_METRES * NOISE_METRES;
    private double bothVariance;
    private double velocityVariance = 1;

    FollowedThing(ItemReading first) {
        this.place = WristFix.array(first.position());
        readings.add(first);
    }

    long firstTime() {
        return readings.getFirst().t();
    }

    long lastTime() {
        return readings.getLast().t();
    }

    /** How badly a reading fits, less being better; infinite when it is no reading of this thing. */
    double misfit(ItemReading reading) {
        long millis = reading.t() - lastTime();
        if (millis > LOST_MILLIS || sameFrame(reading)) {
            return Double.POSITIVE_INFINITY;
        }
        double dt = Math.max(0, millis) / 1000.0;
        double variance = predictedVariance(dt) + NOISE_METRES * NOISE_METRES;
        Point3 p = reading.position();
        double sum = square(p.x() - place[0] - dt * velocity[0])
                + square(p.y() - place[1] - dt * velocity[1])
                + square(p.z() - place[2] - dt * velocity[2]);
        double misfit = sum / variance;
        return misfit > GATE
                ? Double.POSITIVE_INFINITY
                : misfit + 3 * StrictMath.log(variance) + (alike(reading) ? 0 : UNLIKE);
    }

    /** A camera reads a thing once in a frame: what it reads beside it is another. */
    private boolean sameFrame(ItemReading reading) {
        for (int i = readings.size() - 1; i >= 0 && readings.get(i).t() == reading.t(); i--) {
            if (readings.get(i).cameraId().equals(reading.cameraId())) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that it was taken for lately is among the reading's candidates. */
    private boolean alike(ItemReading reading) {
        for (int i = readings.size() - 1; i >= Math.max(0, readings.size() - 5); i--) {
            for (Candidate a : readings.get(i).candidates()) {
                for (Candidate b : reading.candidates()) {
                    if (a.gtin().equals(b.gtin()) && Math.max(a.probability(), b.probability()) > 0.3) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private double predictedVariance(double dt) {
        return placeVariance + 2 * dt * bothVariance + dt * dt * velocityVariance + square(ACCELERATION * dt * dt / 2);
    }

    void add(ItemReading reading) {
        double dt = Math.max(0, reading.t() - lastTime()) / 1000.0;
        double p = predictedVariance(dt);
        double c = bothVariance + dt * velocityVariance + square(ACCELERATION * dt) * dt / 2;
        double v = velocityVariance + square(ACCELERATION * dt);
        double sum = p + NOISE_METRES * NOISE_METRES;
        double[] seen = WristFix.array(reading.position());
        for (int k = 0; k < 3; k++) {
            double innovation = seen[k] - place[k] - dt * velocity[k];
            place[k] += dt * velocity[k] + p / sum * innovation;
            velocity[k] += c / sum * innovation;
        }
        placeVariance = p - p * p / sum;
        bothVariance = c - p * c / sum;
        velocityVariance = v - c * c / sum;
        readings.add(reading);
    }

    private static double square(double v) {
        return v * v;
    }
}
