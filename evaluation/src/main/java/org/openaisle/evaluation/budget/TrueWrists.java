package org.openaisle.evaluation.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Camera;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Gives the wrists of a frame's detections to the true people who fit them best. */
final class TrueWrists {
    /** Keypoints stay near the body's axis: a detection further aside than this share of its height is somebody else. */
    private static final double FARTHEST = 0.35;

    private static final double PIXELS = 4;

    private TrueWrists() {}

    static void attach(CameraFrame frame, int index, Camera camera, List<TrueTrack> people) {
        List<PersonDetection> seen = frame.people();
        boolean[] used = new boolean[people.size()];
        boolean[] attached = new boolean[seen.size()];
        // Greedy by the best fit: people who fit equally well stand so close that their order hardly matters here.
        for (int round = 0; round < Math.min(seen.size(), people.size()); round++) {
            double best = FARTHEST;
            int who = -1;
            int what = -1;
            for (int d = 0; d < attached.length; d++) {
                for (int p = 0; p < used.length && !attached[d]; p++) {
                    double misfit = used[p] ? 1 : misfit(seen.get(d), camera, people.get(p), frame.t());
                    if (misfit < best) {
                        best = misfit;
                        who = p;
                        what = d;
                    }
                }
            }
            if (who < 0) {
                return;
            }
            used[who] = true;
            attached[what] = true;
            sight(seen.get(what), true, frame.t(), index, camera, people.get(who));
            sight(seen.get(what), false, frame.t(), index, camera, people.get(who));
        }
    }

    private static void sight(PersonDetection d, boolean left, long t, int index, Camera camera, TrueTrack person) {
        Keypoint wrist = left ? Keypoint.LEFT_WRIST : Keypoint.RIGHT_WRIST;
        if (d.sees(wrist)) {
            Point3 ray = camera.ray(d.x(wrist), d.y(wrist));
            double sd = PIXELS / camera.k()[0];
            person.sight(new WristSighting(t, index, left, camera.centre(), ray, sd, d.confidence(wrist), 1));
        }
    }

    /** Pixels between what is seen and where the person's axis would be seen, as a share of the body's height in pixels. */
    private static double misfit(PersonDetection d, Camera camera, TrueTrack person, long t) {
        Point2 place = person.at(t);
        Point2 feet = place == null ? null : camera.project(new Point3(place.x(), place.y(), 0));
        Point2 head = place == null ? null : camera.project(new Point3(place.x(), place.y(), person.heightMetres()));
        if (place == null || feet == null || head == null) {
            return 1;
        }
        double height = Math.max(1, feet.distance(head));
        double sum = 0;
        int n = 0;
        for (Level level : Level.values()) {
            Point2 at = level.of(d);
            Point2 expected = camera.project(new Point3(place.x(), place.y(), level.share * person.heightMetres()));
            if (at != null && expected != null) {
                sum += at.distance(expected) / height;
                n++;
            }
        }
        if (n == 0) {
            Point2 middle = new Point2(d.left() + d.width() / 2, d.top() + d.height() / 2);
            return middle.distance(feet.plus(head).times(0.5)) / height;
        }
        return sum / n;
    }

    /** Pairs of keypoints whose middle lies near the body's axis, at a share of its height. */
    private enum Level {
        SHOULDERS(Keypoint.LEFT_SHOULDER, Keypoint.RIGHT_SHOULDER, 0.82),
        HIPS(Keypoint.LEFT_HIP, Keypoint.RIGHT_HIP, 0.53),
        ANKLES(Keypoint.LEFT_ANKLE, Keypoint.RIGHT_ANKLE, 0.05);

        private final Keypoint left;
        private final Keypoint right;
        private final double share;

        Level(Keypoint left, Keypoint right, double share) {
            this.left = left;
            this.right = right;
            this.share = share;
        }

        @Nullable Point2 of(PersonDetection d) {
            if (!d.sees(left) && !d.sees(right)) {
                return null;
            }
            Keypoint a = d.sees(left) ? left : right;
            Keypoint b = d.sees(right) ? right : left;
            return new Point2((d.x(a) + d.x(b)) / 2, (d.y(a) + d.y(b)) / 2);
        }
    }
}
