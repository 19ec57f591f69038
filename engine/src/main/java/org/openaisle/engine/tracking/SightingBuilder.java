package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;

/** Makes a {@link Sighting} of a detection. Keeps its scratch arrays, so one builder serves one thread. */
final class SightingBuilder implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double LEAST_CONFIDENCE = 0.2;
    private static final double EDGE_PIXELS = 6;
    private static final int MOST = 8;

    private final TrackingParameters parameters;
    private final BodyModel[] part = new BodyModel[MOST];
    private final double[] rays = new double[3 * MOST];
    private final double[] pixelNoise = new double[MOST];
    private final double[] trust = new double[MOST];
    private final double[] ray = new double[3];
    private int count;

    SightingBuilder(TrackingParameters parameters) {
        this.parameters = parameters;
    }

    /** The sighting, or null when the detection says nothing about a place. */
    @Nullable
    Sighting of(CameraView view, PersonDetection d) {
        Sighting s = new Sighting(d);
        count = 0;
        if (s.has(Keypoint.NOSE, LEAST_CONFIDENCE)) {
            point(view, BodyModel.NOSE, d.x(Keypoint.NOSE), d.y(Keypoint.NOSE));
        }
        pair(view, s, Keypoint.LEFT_SHOULDER, Keypoint.RIGHT_SHOULDER, BodyModel.SHOULDERS, BodyModel.SHOULDER);
        pair(view, s, Keypoint.LEFT_HIP, Keypoint.RIGHT_HIP, BodyModel.HIPS, BodyModel.HIP);
        pair(view, s, Keypoint.LEFT_ANKLE, Keypoint.RIGHT_ANKLE, BodyModel.ANKLES, BodyModel.ANKLE);
        if (count > 0) {
            view.namesKeypoints = true;
        } else if (!view.namesKeypoints) {
            // Where keypoints are named, a box without any shows a fragment, whose edges are neither head nor feet.
            box(view, d);
        }
        if (count == 0) {
            return null;
        }
        s.points = count;
        s.parts = Arrays.copyOf(part, count);
        s.rays = Arrays.copyOf(rays, 3 * count);
        if (!fit(view, s, 0)) {
            return null;
        }
        // The first pass only finds the range; the second one weighs with it, and doubts points that lie far off.
        fit(view, s, 1);
        return fit(view, s, 2) ? s : null;
    }

    private void pair(CameraView view, Sighting s, Keypoint left, Keypoint right, BodyModel both, BodyModel one) {
        PersonDetection d = s.detection;
        boolean hasLeft = s.has(left, LEAST_CONFIDENCE);
        boolean hasRight = s.has(right, LEAST_CONFIDENCE);
        if (hasLeft && hasRight) {
            point(view, both, (d.x(left) + d.x(right)) / 2, (d.y(left) + d.y(right)) / 2);
        } else if (hasLeft) {
            point(view, one, d.x(left), d.y(left));
        } else if (hasRight) {
            point(view, one, d.x(right), d.y(right));
        }
    }

    private void box(CameraView view, PersonDetection d) {
        double middle = d.left() + d.width() / 2;
        double bottom = d.top() + d.height();
        if (bottom < view.camera.height() - EDGE_PIXELS) {
            point(view, BodyModel.BOX_BOTTOM, middle, bottom);
        }
        if (d.top() > EDGE_PIXELS) {
            point(view, BodyModel.BOX_TOP, middle, d.top());
        }
    }

    private void point(CameraView view, BodyModel model, double u, double v) {
        view.ray(u, v, ray);
        part[count] = model;
        pixelNoise[count] =
                model.ordinal() >= BodyModel.BOX_TOP.ordinal() ? parameters.boxNoise() : parameters.pixelNoise();
        trust[count] = 1;
        System.arraycopy(ray, 0, rays, 3 * count, 3);
        count++;
    }

    private boolean fit(CameraView view, Sighting s, int pass) {
        s.clear();
        for (int i = 0; i < count; i++) {
            double dx = rays[3 * i];
            double dy = rays[3 * i + 1];
            double dz = rays[3 * i + 2];
            double across = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
            double ex = dx / across;
            double ey = dy / across;
            BodyModel model = part[i];
            double sideSpread = 0.3;
            double upSpread = 0.3;
            if (pass > 0) {
                double pixels = pixelNoise[i] / view.focal * s.range;
                sideSpread = Math.sqrt(pixels * pixels + model.aside * model.aside);
                double up = model.upright * across;
                double forward = model.aside * dz;
                upSpread = Math.sqrt(pixels * pixels + up * up + forward * forward);
            }
            double sideRight = ex * view.y - ey * view.x;
            double upRight = dz * (ex * view.x + ey * view.y) - across * view.z;
            double tall = -across * model.heightShare;
            if (pass > 0) {
                sideRight += view.aim.side(model) * s.range;
                upRight += view.aim.up(model) * s.range;
            }
            if (pass == 2) {
                double side = (-ey * s.x + ex * s.y - sideRight) / sideSpread;
                double up = (dz * (ex * s.x + ey * s.y) + tall * s.height - upRight) / upSpread;
                double off = side * side + up * up;
                trust[i] = off > 9 ? 3 / Math.sqrt(off) : 1;
            }
            double sideWeight = trust[i] / sideSpread;
            double upWeight = trust[i] / upSpread;
            s.add(-ey * sideWeight, ex * sideWeight, 0, sideRight * sideWeight);
            s.add(dz * ex * upWeight, dz * ey * upWeight, tall * upWeight, upRight * upWeight);
        }
        // While the range is sought the height is taken from people at large; later it is only kept from running away.
        double heightWeight = pass == 0 ? 1 / parameters.heightSpread() : 0.5;
        s.add(0, 0, heightWeight, parameters.heightMean() * heightWeight);
        if (!s.solve()) {
            return false;
        }
        double x = s.x - view.x;
        double y = s.y - view.y;
        double z = s.height / 2 - view.z;
        s.range = Math.max(0.5, Math.sqrt(x * x + y * y + z * z));
        return true;
    }
}
