package org.openaisle.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.model.Camera;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Somebody who walks from place to place and reaches for plates, as cameras with a good detector see it. */
final class Walker {
    private static final double STATURE = 1.72;
    private static final double PIXEL_NOISE = 1.5;

    private record Stop(double seconds, Point2 place) {}

    private record Grasp(double from, double to, Point3 hand) {}

    private final float[] appearance = new float[8];
    private final List<Stop> stops = new ArrayList<>();
    private final List<Grasp> grasps = new ArrayList<>();

    Walker(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < appearance.length; i++) {
            appearance[i] = (float) (2 * random.nextGaussian());
        }
    }

    /** Is at a place at a time; between two of them the walk is straight. */
    Walker at(double seconds, double x, double y) {
        stops.add(new Stop(seconds, new Point2(x, y)));
        return this;
    }

    /** The right hand is above a plate around a moment. */
    Walker reaches(double seconds, Point2 frontMiddle) {
        Point3 hand = new Point3(frontMiddle.x(), frontMiddle.y() - 0.15, ShopPlan.SURFACE_METRES + 0.12);
        grasps.add(new Grasp(seconds - 0.6, seconds + 0.5, hand));
        return this;
    }

    /** Where the walker is; null before the first place and after the last. */
    @Nullable
    Point2 placeAt(double seconds) {
        for (int i = 1; i < stops.size(); i++) {
            Stop a = stops.get(i - 1);
            Stop b = stops.get(i);
            if (seconds >= a.seconds && seconds <= b.seconds) {
                double share = (seconds - a.seconds) / (b.seconds - a.seconds);
                return a.place.plus(b.place.minus(a.place).times(share));
            }
        }
        return null;
    }

    /** What a camera's detector says of the walker; null when out of the picture. */
    @Nullable
    PersonDetection seen(Camera camera, double seconds, Random noise) {
        Point2 place = placeAt(seconds);
        if (place == null) {
            return null;
        }
        float[] keypoints = new float[PersonDetection.NUMBERS];
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Keypoint point : Keypoint.values()) {
            Point2 pixel = camera.project(where(point, place, seconds));
            if (pixel == null
                    || pixel.x() < 0
                    || pixel.y() < 0
                    || pixel.x() > camera.width()
                    || pixel.y() > camera.height()) {
                continue;
            }
            double u = pixel.x() + PIXEL_NOISE * noise.nextGaussian();
            double v = pixel.y() + PIXEL_NOISE * noise.nextGaussian();
            keypoints[3 * point.ordinal()] = (float) u;
            keypoints[3 * point.ordinal() + 1] = (float) v;
            keypoints[3 * point.ordinal() + 2] = 0.8f;
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        if (right <= left || bottom <= top) {
            return null;
        }
        float[] look = appearance.clone();
        for (int i = 0; i < look.length; i++) {
            look[i] += (float) (0.2 * noise.nextGaussian());
        }
        return new PersonDetection(left - 5, top - 8, right - left + 10, bottom - top + 16, 0.9, keypoints, look);
    }

    private Point3 where(Keypoint point, Point2 place, double seconds) {
        return switch (point) {
            case NOSE -> above(place, 0, 0.91);
            case LEFT_SHOULDER -> above(place, -0.18, 0.823);
            case RIGHT_SHOULDER -> above(place, 0.18, 0.823);
            case LEFT_ELBOW -> above(place, -0.22, 0.64);
            case RIGHT_ELBOW -> above(place, 0.22, 0.64);
            case LEFT_WRIST -> above(place, -0.25, 0.48);
            case RIGHT_WRIST ->
                grasps.stream()
                        .filter(g -> seconds >= g.from && seconds <= g.to)
                        .map(Grasp::hand)
                        .findFirst()
                        .orElse(above(place, 0.25, 0.48));
            case LEFT_HIP -> above(place, -0.12, 0.532);
            case RIGHT_HIP -> above(place, 0.12, 0.532);
            case LEFT_ANKLE -> above(place, -0.1, 0.057);
            case RIGHT_ANKLE -> above(place, 0.1, 0.057);
        };
    }

    private static Point3 above(Point2 place, double aside, double share) {
        return new Point3(place.x() + aside, place.y(), share * STATURE);
    }
}
