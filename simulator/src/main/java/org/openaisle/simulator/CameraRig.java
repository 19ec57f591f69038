package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Camera;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Hangs cameras under the ceiling: of many random poses, greedily those that add most coverage of the free floor. */
final class CameraRig {
    private static final int CANDIDATES_PER_CAMERA = 14;

    private CameraRig() {}

    /** The cameras as they really are; what {@link #published} says of them is slightly wrong. */
    static List<Camera> place(FloorPlan plan, List<Prism> prisms, SimulationParameters.Lenses lenses, Dice dice) {
        List<Point3> places = samplePlaces(plan);
        List<Camera> candidates = new ArrayList<>();
        List<boolean[]> views = new ArrayList<>();
        for (int i = 0; i < CANDIDATES_PER_CAMERA * plan.cameras; i++) {
            Camera camera = candidate(plan, lenses, dice);
            candidates.add(camera);
            views.add(view(camera, places, prisms));
        }
        int[] seen = new int[places.size()];
        List<Camera> chosen = new ArrayList<>();
        while (chosen.size() < plan.cameras) {
            int best = 0;
            double most = -1;
            for (int i = 0; i < candidates.size(); i++) {
                double gain = 0;
                for (int p = 0; p < seen.length; p++) {
                    if (views.get(i)[p]) {
                        gain += 1.0 / ((1 + seen[p]) * (1 + seen[p])); // a first and second look are worth most
                    }
                }
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
            Camera c = candidates.remove(best);
            boolean[] view = views.remove(best);
            for (int p = 0; p < seen.length; p++) {
                seen[p] += view[p] ? 1 : 0;
            }
            chosen.add(new Camera(
                    "C" + (chosen.size() + 1),
                    c.width(),
                    c.height(),
                    c.ratePerSecond(),
                    c.k(),
                    c.distortion(),
                    c.r(),
                    c.t()));
        }
        return chosen;
    }

    /** The calibration that somebody measured: small errors in rotation, place, focal length and centre. */
    static Camera published(Camera camera, SimulationParameters.Lenses lenses, Dice dice) {
        double[] r = multiply(smallRotation(lenses.rotationError(), dice), camera.r());
        Point3 c = camera.centre();
        Point3 off = new Point3(
                c.x() + dice.normal(0, lenses.centreError()),
                c.y() + dice.normal(0, lenses.centreError()),
                c.z() + dice.normal(0, lenses.centreError()));
        double[] k = camera.k().clone();
        k[0] *= dice.bounded(1, 0.0015, 3);
        k[4] *= dice.bounded(1, 0.0015, 3);
        k[2] += dice.normal(0, 1.5);
        k[5] += dice.normal(0, 1.5);
        double[] d = camera.distortion().clone();
        d[0] += dice.normal(0, 0.002);
        d[1] += dice.normal(0, 0.001);
        return new Camera(
                camera.cameraId(),
                camera.width(),
                camera.height(),
                camera.ratePerSecond(),
                rounded(k, 1e3),
                rounded(d, 1e6),
                rounded(r, 1e8),
                rounded(translation(r, off), 1e6));
    }

    private static Camera candidate(FloorPlan plan, SimulationParameters.Lenses lenses, Dice dice) {
        double x = dice.uniform(0.15, plan.width - 0.15);
        double y = dice.uniform(0.15, plan.length - 0.15);
        if (dice.chance(0.7)) { // near a wall
            switch (dice.below(4)) {
                case 0 -> x = dice.uniform(0.1, 0.4);
                case 1 -> x = plan.width - dice.uniform(0.1, 0.4);
                case 2 -> y = dice.uniform(0.1, 0.4);
                default -> y = plan.length - dice.uniform(0.1, 0.4);
            }
        }
        Point2 at = plan.placement().point(x, y);
        // Look at some place of the middle half of the room, so that few cameras stare at a wall.
        Point2 aim = plan.placement().point(plan.width * dice.uniform(0.2, 0.8), plan.length * dice.uniform(0.2, 0.8));
        double yaw = StrictMath.atan2(aim.y() - at.y(), aim.x() - at.x());
        double pitch = dice.uniform(0.56, 0.8);
        double focal = dice.uniform(lenses.focalFrom(), lenses.focalTo());
        double[] k = {
            focal, 0, 640 + dice.normal(0, 5), 0, focal * dice.bounded(1, 0.001, 3), 360 + dice.normal(0, 5), 0, 0, 1
        };
        double[] distortion = {
            dice.uniform(-0.14, -0.05), dice.uniform(0.005, 0.018), dice.normal(0, 0.0004), dice.normal(0, 0.0004), 0
        };
        double[] r = multiply(smallRotation(0.015, dice), lookAlong(yaw, pitch));
        return new Camera(
                "C",
                1280,
                720,
                10,
                k,
                distortion,
                r,
                translation(r, new Point3(at.x(), at.y(), dice.uniform(2.75, 3.2))));
    }

    private static boolean[] view(Camera camera, List<Point3> places, List<Prism> prisms) {
        boolean[] seen = new boolean[places.size()];
        Point3 eye = camera.centre();
        for (int p = 0; p < seen.length; p++) {
            Point3 place = places.get(p);
            Point2 pixel = eye.distance(place) < 10 ? camera.project(place) : null;
            seen[p] = pixel != null
                    && pixel.x() > 20
                    && pixel.x() < camera.width() - 20
                    && pixel.y() > 20
                    && pixel.y() < camera.height() - 20
                    && prisms.stream().noneMatch(f -> f.hides(eye, place));
        }
        return seen;
    }

    private static List<Point3> samplePlaces(FloorPlan plan) {
        List<Point3> places = new ArrayList<>();
        double step = plan.width > 12 ? 0.9 : 0.5;
        for (double x = 0.3; x < plan.width; x += step) {
            for (double y = 0.3; y < plan.length; y += step) {
                Point2 p = plan.placement().point(x, y);
                if (plan.fixtures.stream().noneMatch(f -> f.footprint().contains(p))) {
                    places.add(new Point3(p.x(), p.y(), 1.1));
                }
            }
        }
        return places;
    }

    /** The rotation of a camera that looks along {@code yaw}, down by {@code pitch}: rows right, down, forward. */
    private static double[] lookAlong(double yaw, double pitch) {
        double cy = StrictMath.cos(yaw);
        double sy = StrictMath.sin(yaw);
        double cp = StrictMath.cos(pitch);
        double sp = StrictMath.sin(pitch);
        return new double[] {sy, -cy, 0, -sp * cy, -sp * sy, -cp, cp * cy, cp * sy, -sp};
    }

    private static double[] smallRotation(double sd, Dice dice) {
        double a = dice.normal(0, sd);
        double b = dice.normal(0, sd);
        double c = dice.normal(0, sd);
        double[] x = {1, 0, 0, 0, StrictMath.cos(a), -StrictMath.sin(a), 0, StrictMath.sin(a), StrictMath.cos(a)};
        double[] y = {StrictMath.cos(b), 0, StrictMath.sin(b), 0, 1, 0, -StrictMath.sin(b), 0, StrictMath.cos(b)};
        double[] z = {StrictMath.cos(c), -StrictMath.sin(c), 0, StrictMath.sin(c), StrictMath.cos(c), 0, 0, 0, 1};
        return multiply(multiply(z, y), x);
    }

    private static double[] multiply(double[] a, double[] b) {
        double[] product = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * i + j] += a[3 * i + k] * b[3 * k + j];
                }
            }
        }
        return product;
    }

    /** T = -R C. */
    private static double[] translation(double[] r, Point3 c) {
        double[] t = new double[3];
        for (int i = 0; i < 3; i++) {
            t[i] = -(r[3 * i] * c.x() + r[3 * i + 1] * c.y() + r[3 * i + 2] * c.z());
        }
        return t;
    }

    private static double[] rounded(double[] values, double scale) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.round(values[i] * scale) / scale;
        }
        return result;
    }
}
