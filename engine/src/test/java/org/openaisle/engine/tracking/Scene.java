package org.openaisle.engine.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Camera;
import org.openaisle.model.Gate;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;
import org.openaisle.model.Store;

/**
 * A room with four cameras, and people who walk through it: who they are, and what the sensors see of them.
 *
 * <pre>
 *  y=6  C4 ------------------- C3
 *       |                       |
 *   in  = y 1..2         y 1..2 =  out
 *  y=0  C1 ------------------- C2      x = 0..8
 * </pre>
 */
final class Scene {
    static final long START = 1_000_000;

    private final Random random;
    private final List<Walker> walkers = new ArrayList<>();
    private final List<Observation> gateEvents = new ArrayList<>();
    private final List<Camera> cameras = new ArrayList<>();
    private @Nullable String dead;
    private long deadFrom;

    /** Somebody on a path of places and times (milliseconds after the start). */
    final class Walker {
        private final double height;
        private final float[] looks;
        private final List<double[]> path = new ArrayList<>();
        private double[] bend = {0, 0, 0};

        private Walker(double height) {
            this.height = height;
            looks = new float[16];
            for (int i = 0; i < looks.length; i++) {
                looks[i] = (float) random.nextGaussian();
            }
        }

        Walker at(double seconds, double x, double y) {
            path.add(new double[] {seconds * 1000, x, y});
            return this;
        }

        /** Stands only so tall for a while. */
        Walker bends(double from, double to, double lowered) {
            bend = new double[] {from * 1000, to * 1000, lowered};
            return this;
        }

        double heightAt(long millis) {
            return millis >= bend[0] && millis < bend[1] ? bend[2] : height;
        }

        @Nullable
        Point2 place(double millis) {
            for (int i = 1; i < path.size(); i++) {
                double[] a = path.get(i - 1);
                double[] b = path.get(i);
                if (millis >= a[0] && millis <= b[0]) {
                    double share = (millis - a[0]) / (b[0] - a[0]);
                    return new Point2(a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2]));
                }
            }
            return null;
        }
    }

    Scene(long seed) {
        System.out.println("Scene seed " + seed);
        random = new Random(seed);
        double[][] corners = {{0.1, 0.1}, {7.9, 0.1}, {7.9, 5.9}, {0.1, 5.9}};
        for (int i = 0; i < 4; i++) {
            cameras.add(camera("C" + (i + 1), corners[i][0], corners[i][1], 4 - corners[i][0], 3 - corners[i][1]));
        }
    }

    private static Camera camera(String id, double x, double y, double lookX, double lookY) {
        double norm = Math.sqrt(lookX * lookX + lookY * lookY);
        double fx = lookX / norm * 0.85;
        double fy = lookY / norm * 0.85;
        double fz = -Math.sqrt(1 - 0.85 * 0.85);
        // Right is horizontal, down completes the frame.
        double rx = lookY / norm;
        double ry = -lookX / norm;
        double dx = -fz * ry;
        double dy = fz * rx;
        double dz = fx * ry - fy * rx;
        double[] r = {rx, ry, 0, dx, dy, dz, fx, fy, fz};
        double[] t = {
            -(rx * x + ry * y), -(dx * x + dy * y + dz * 2.8), -(fx * x + fy * y + fz * 2.8),
        };
        return new Camera(
                id,
                1280,
                720,
                10,
                new double[] {520, 0, 640, 0, 520, 360, 0, 0, 1},
                new double[] {-0.1, 0.01, 0, 0, 0},
                r,
                t);
    }

    Store store() {
        Polygon floor = new Polygon(List.of(new Point2(0, 0), new Point2(8, 0), new Point2(8, 6), new Point2(0, 6)));
        List<Gate> gates = List.of(
                new Gate("in", Gate.Kind.ENTRY, new Segment2(new Point2(0, 1), new Point2(0, 2))),
                new Gate("out", Gate.Kind.EXIT, new Segment2(new Point2(8, 1), new Point2(8, 2))));
        return new Store(
                "s", "", "UTC", "EUR", floor, List.of(), gates, List.of(), List.of(), List.of(), cameras, null);
    }

    Walker somebody(double height) {
        Walker walker = new Walker(height);
        walkers.add(walker);
        return walker;
    }

    void scan(double seconds, String token, int people) {
        gateEvents.add(new GateScan(START + (long) (seconds * 1000), "in", token, people));
    }

    void cross(double seconds, String gate) {
        gateEvents.add(new GateCrossing(START + (long) (seconds * 1000), gate));
    }

    void dies(String camera, double seconds) {
        dead = camera;
        deadFrom = (long) (seconds * 1000);
    }

    /** Everything the sensors say until then, in event order. */
    List<Observation> until(double seconds) {
        List<Observation> all = new ArrayList<>();
        gateEvents.stream().filter(o -> o.t() < START + (long) (seconds * 1000)).forEach(all::add);
        for (int c = 0; c < cameras.size(); c++) {
            for (long t = 13L * c; t < seconds * 1000; t += 100) {
                if (!(cameras.get(c).cameraId().equals(dead) && t >= deadFrom)) {
                    all.add(frame(cameras.get(c), t));
                }
            }
        }
        all.sort(Comparator.comparingLong(Observation::ownTime)
                .thenComparing(Observation::type)
                .thenComparing(Observation::sensorId));
        return all;
    }

    private CameraFrame frame(Camera camera, long millis) {
        List<PersonDetection> people = new ArrayList<>();
        for (Walker w : walkers) {
            Point2 place = w.place(millis);
            if (place != null && random.nextDouble() > 0.08) {
                PersonDetection d = detection(camera, w, place, w.heightAt(millis));
                if (d != null) {
                    people.add(d);
                }
            }
        }
        return new CameraFrame(START + millis, camera.cameraId(), people);
    }

    private @Nullable PersonDetection detection(Camera camera, Walker w, Point2 place, double height) {
        float[] keypoints = new float[PersonDetection.NUMBERS];
        int seen = 0;
        for (Keypoint k : Keypoint.values()) {
            double share = switch (k) {
                case NOSE -> 0.91;
                case LEFT_SHOULDER, RIGHT_SHOULDER -> 0.823;
                case LEFT_ELBOW, RIGHT_ELBOW -> 0.63;
                case LEFT_WRIST, RIGHT_WRIST -> 0.5;
                case LEFT_HIP, RIGHT_HIP -> 0.532;
                case LEFT_ANKLE, RIGHT_ANKLE -> 0.057;
            };
            double aside = k == Keypoint.NOSE ? 0 : k.ordinal() % 2 == 1 ? 0.15 : -0.15;
            Point2 pixel = camera.project(new Point3(place.x() + aside, place.y(), share * height));
            if (pixel == null
                    || pixel.x() < 0
                    || pixel.x() > 1280
                    || pixel.y() < 0
                    || pixel.y() > 720
                    || random.nextDouble() < 0.1) {
                continue;
            }
            keypoints[3 * k.ordinal()] = (float) (pixel.x() + 3 * random.nextGaussian());
            keypoints[3 * k.ordinal() + 1] = (float) (pixel.y() + 3 * random.nextGaussian());
            keypoints[3 * k.ordinal() + 2] = 0.8f;
            seen++;
        }
        if (seen < 3) {
            return null;
        }
        float[] looks = w.looks.clone();
        for (int i = 0; i < looks.length; i++) {
            looks[i] += (float) (0.3 * random.nextGaussian());
        }
        return new PersonDetection(0, 0, 100, 300, 0.9, keypoints, looks);
    }

    static void play(Floor floor, List<Observation> observations) {
        for (Observation o : observations) {
            switch (o) {
                case CameraFrame f -> floor.see(f);
                case GateScan g -> floor.scan(g);
                case GateCrossing g -> floor.cross(g);
                default -> throw new IllegalArgumentException("no " + o.type() + " in a scene");
            }
        }
    }

    /** The track nearest to where the walker is then. */
    static @Nullable Track trackOf(Floor floor, Walker walker, double seconds) {
        Point2 place = walker.place(seconds * 1000);
        Track best = null;
        double nearest = 0.5;
        for (Track track : floor.tracks()) {
            Point2 at = track.at(START + (long) (seconds * 1000));
            if (place != null && at != null && at.distance(place) < nearest) {
                nearest = at.distance(place);
                best = track;
            }
        }
        return best;
    }

    static @Nullable String tokenOf(Floor floor, Walker walker, double seconds) {
        Track track = trackOf(floor, walker, seconds);
        if (track == null) {
            return "nobody there";
        }
        Party party = track.party();
        return party == null ? "no party" : party.token();
    }
}
