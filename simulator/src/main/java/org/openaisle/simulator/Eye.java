package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Camera;
import org.openaisle.model.Keypoint;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** One camera with its person detector and item recogniser. */
final class Eye {
    private static final Keypoint[] KEYPOINTS = Keypoint.values();
    private static final double[] NO_OTHER = new double[0];

    private record Asleep(long from, long until) {}

    final int index;
    private final Camera camera;
    private final Point3 centre;
    private final Sight sight;
    private final SimulationParameters.Lenses lenses;
    private final Recogniser recogniser;
    private final Dice dice;
    private final Ghosts ghosts;
    private final double[] gain = new double[16];
    private final long offset;
    private final double period;
    private double next;
    private final List<Asleep> asleep = new ArrayList<>();

    Eye(int index, Camera camera, Sight sight, SimulationParameters parameters, Recogniser recogniser, Dice dice) {
        this.index = index;
        this.camera = camera;
        this.centre = camera.centre();
        this.sight = sight;
        this.lenses = parameters.lenses();
        this.recogniser = recogniser;
        this.dice = dice;
        this.ghosts = new Ghosts(camera, lenses.ghostsPerFrame(), dice);
        this.offset = Math.round(dice.uniform(-lenses.clockMost(), lenses.clockMost()));
        this.period = 1000 / camera.ratePerSecond();
        this.next = parameters.startMillis() + dice.uniform(0, period);
        for (int i = 0; i < gain.length; i++) {
            gain[i] = dice.normal(0, lenses.cameraGain());
        }
    }

    void die(long at) {
        sleep(at, Long.MAX_VALUE);
    }

    void sleep(long from, long until) {
        asleep.add(new Asleep(from, until));
    }

    /** Whether a frame is due, which it takes. */
    boolean due(long now) {
        if (next > now) {
            return false;
        }
        next += period;
        for (Asleep a : asleep) {
            if (now >= a.from && now < a.until) {
                return false;
            }
        }
        return true;
    }

    void look(World world, Poses poses, long now) {
        List<Person> people = world.people();
        List<PersonDetection> seen = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person who = people.get(i);
            if (StrictMath.hypot(who.x - centre.x(), who.y - centre.y()) > lenses.farthest()) {
                continue;
            }
            PersonDetection detection = detect(who, people, poses.of(i, now), world, now);
            if (detection != null) {
                seen.add(detection);
            }
        }
        seen.addAll(ghosts.frame());
        world.say(new CameraFrame(now + offset, camera.cameraId(), seen));
    }

    private @Nullable PersonDetection detect(Person who, List<Person> people, Pose pose, World world, long now) {
        int n = pose.joints.length;
        Point2[] pixels = new Point2[n];
        boolean[] visible = new boolean[n];
        boolean anyInPicture = false;
        for (int i = 0; i < n; i++) {
            Point2 p = camera.project(pose.joints[i]);
            pixels[i] = p;
            anyInPicture |= p != null && inPicture(p);
        }
        if (!anyInPicture) {
            return null;
        }
        double[] hider = NO_OTHER;
        int seen = 0;
        for (int i = 0; i < n; i++) {
            Point2 p = pixels[i];
            if (p == null || !inPicture(p)) {
                continue;
            }
            Point3 joint = pose.joints[i];
            boolean free = !sight.hiddenByFurniture(centre, joint);
            for (int o = 0; free && o < people.size(); o++) {
                Person other = people.get(o);
                if (other != who && Sight.hiddenBy(other, centre, joint)) {
                    free = false;
                    hider = other.look;
                }
            }
            if (free) {
                seen++; // what the own body hides does not make the person harder to see
                visible[i] = i == Pose.CROWN || !Sight.hiddenByItself(who, KEYPOINTS[i], centre, joint);
            }
        }
        double share = (seen + 0.0) / n;
        double missed = lenses.missChance() + (1 - share) * (1 - share);
        if (seen < 2 || dice.chance(Math.min(1, missed))) {
            return null;
        }
        double pixelsPerMetre = camera.k()[0] / Math.max(0.3, camera.depth(new Point3(who.x, who.y, who.height / 2)));
        readHand(who, pose, visible, world, now);
        return describe(who, pixels, visible, pixelsPerMetre, share, hider);
    }

    private PersonDetection describe(
            Person who,
            @Nullable Point2[] pixels,
            boolean[] visible,
            double pixelsPerMetre,
            double share,
            double[] hider) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pixels.length; i++) {
            Point2 p = pixels[i];
            if (p != null && visible[i]) {
                left = Math.min(left, p.x());
                right = Math.max(right, p.x());
                top = Math.min(top, p.y());
                bottom = Math.max(bottom, p.y());
            }
        }
        if (left > right) { // only what the body itself hides: a back that fills the picture
            for (Point2 p : pixels) {
                if (p != null) {
                    left = Math.min(left, p.x());
                    right = Math.max(right, p.x());
                    top = Math.min(top, p.y());
                    bottom = Math.max(bottom, p.y());
                }
            }
        }
        double size = 0.5 + 0.5 * pixelsPerMetre * who.height / 100;
        double edge = 1.5 * lenses.pixelNoise() * size;
        double flesh = 0.07 * who.height * pixelsPerMetre; // bodies are wider than their joints
        left = within(left - flesh + dice.normal(0, edge), camera.width() - 4);
        right = within(right + flesh + dice.normal(0, edge), camera.width());
        top = within(top - 0.3 * flesh + dice.normal(0, edge), camera.height() - 4);
        bottom = within(bottom + 0.5 * flesh + dice.normal(0, edge), camera.height());
        double score = Math.max(0.55, Math.min(0.99, 0.57 + 0.4 * share + dice.normal(0, 0.04)));
        float[] keypoints = keypoints(pixels, visible, lenses.pixelNoise() * size, share);
        return new PersonDetection(
                Math.round(left),
                Math.round(top),
                Math.max(3, Math.round(right) - Math.round(left)),
                Math.max(3, Math.round(bottom) - Math.round(top)),
                Math.round(score * 100) / 100.0,
                keypoints,
                appearance(who, share, hider));
    }

    private float[] keypoints(@Nullable Point2[] pixels, boolean[] visible, double noise, double share) {
        float[] keypoints = new float[PersonDetection.NUMBERS];
        boolean swapped = dice.chance(lenses.swapChance());
        double clear = 0.73 + 0.12 * share;
        for (int i = 0; i < KEYPOINTS.length; i++) {
            Point2 p = pixels[i];
            boolean guess = p != null && !visible[i] && dice.chance(lenses.guessChance());
            if (p == null || !inPicture(p) || !visible[i] && !guess || dice.chance(0.02)) {
                continue;
            }
            double sd = noise * (guess ? 4 : KEYPOINTS[i].label().endsWith("wrist") ? 1.3 : 1);
            double confidence = guess ? dice.uniform(0.08, 0.45) : clear + dice.bounded(0, 0.045, 2);
            int to = 3 * (swapped ? mirrored(i) : i);
            keypoints[to] = Math.round(p.x() + dice.normal(0, sd));
            keypoints[to + 1] = Math.round(p.y() + dice.normal(0, sd));
            keypoints[to + 2] = Math.round(Math.max(0.06, confidence) * 100) / 100f;
        }
        return keypoints;
    }

    /** Left and right keypoints follow each other in {@link Keypoint}, after the nose. */
    private static int mirrored(int keypoint) {
        return keypoint == 0 ? 0 : keypoint % 2 == 1 ? keypoint + 1 : keypoint - 1;
    }

    private float[] appearance(Person who, double share, double[] hider) {
        float[] look = new float[gain.length];
        double mixed = hider.length == 0 ? 0 : 0.5 * (1 - share); // the box holds some of the one in front
        double noise = lenses.appearanceNoise() * (1 + 1.5 * (1 - share));
        for (int i = 0; i < look.length; i++) {
            double own = who.look[i] * (1 - mixed) + (mixed == 0 ? 0 : hider[i] * mixed);
            look[i] = Math.round((own + gain[i] + dice.normal(0, noise)) * 10) / 10f;
        }
        return look;
    }

    /** The item recogniser looks at hands near shelves. */
    private void readHand(Person who, Pose pose, boolean[] visible, World world, long now) {
        boolean holds = who.held != null && now >= who.heldSince && now <= who.heldUntil;
        Arm arm = who.arm;
        if (!who.inside || !holds && arm == null) {
            return;
        }
        boolean left = holds ? who.heldLeft : arm != null && arm.left;
        if (!visible[(left ? Keypoint.LEFT_WRIST : Keypoint.RIGHT_WRIST).ordinal()] || !world.nearShelf(who)) {
            return;
        }
        ItemReading reading = recogniser.read(
                now + offset,
                camera.cameraId(),
                index,
                holds ? who.held : null,
                who.heldSince,
                pose.wrist(left),
                centre.distance(pose.wrist(left)));
        if (reading != null) {
            world.say(reading);
        }
    }

    private boolean inPicture(Point2 p) {
        return p.x() >= 0 && p.x() < camera.width() && p.y() >= 0 && p.y() < camera.height();
    }

    private static double within(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }
}
