package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Keypoint;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Point3;

/** The wrists that cameras saw during the last minute, as pixels; rays are worked out when asked for, since few are. */
final class WristHistory implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NUMBERS = 3;

    private long[] times = new long[64];
    /** Twice the camera's index, plus one for a right wrist. */
    private short[] sources = new short[64];

    private float[] pixels = new float[64 * NUMBERS];
    private int first;
    private int size;

    void add(long t, int camera, PersonDetection d) {
        while (size > 0 && times[first] < t - Track.MEMORY_MILLIS) {
            first = (first + 1) % times.length;
            size--;
        }
        add(t, camera, d, Keypoint.LEFT_WRIST, 0);
        add(t, camera, d, Keypoint.RIGHT_WRIST, 1);
    }

    private void add(long t, int camera, PersonDetection d, Keypoint wrist, int right) {
        if (d.sees(wrist)) {
            put(t, (short) (2 * camera + right), (float) d.x(wrist), (float) d.y(wrist), (float) d.confidence(wrist));
        }
    }

    private void put(long t, short source, float u, float v, float confidence) {
        if (size == times.length) {
            grow();
        }
        int slot = slot(size);
        times[slot] = t;
        sources[slot] = source;
        pixels[slot * NUMBERS] = u;
        pixels[slot * NUMBERS + 1] = v;
        pixels[slot * NUMBERS + 2] = confidence;
        size++;
    }

    private void grow() {
        long[] moreTimes = new long[2 * times.length];
        short[] moreSources = new short[2 * times.length];
        float[] morePixels = new float[2 * pixels.length];
        for (int i = 0; i < size; i++) {
            int from = slot(i);
            moreTimes[i] = times[from];
            moreSources[i] = sources[from];
            System.arraycopy(pixels, from * NUMBERS, morePixels, i * NUMBERS, NUMBERS);
        }
        times = moreTimes;
        sources = moreSources;
        pixels = morePixels;
        first = 0;
    }

    private int slot(int i) {
        return (first + i) % times.length;
    }

    void append(WristHistory other) {
        long last = size == 0 ? Long.MIN_VALUE : times[slot(size - 1)];
        for (int i = 0; i < other.size; i++) {
            int from = other.slot(i);
            if (other.times[from] > last) {
                int at = from * NUMBERS;
                put(
                        other.times[from],
                        other.sources[from],
                        other.pixels[at],
                        other.pixels[at + 1],
                        other.pixels[at + 2]);
            }
        }
    }

    /** Everything from {@code t} on is forgotten. */
    void cut(long t) {
        while (size > 0 && times[slot(size - 1)] >= t) {
            size--;
        }
    }

    List<WristSighting> between(long from, long to, List<CameraView> cameras, double pixelNoise) {
        List<WristSighting> found = new ArrayList<>();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[slot(middle)] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double[] ray = new double[3];
        for (int i = low; i < size && times[slot(i)] <= to; i++) {
            int slot = slot(i);
            CameraView view = cameras.get(sources[slot] >> 1);
            view.ray(pixels[slot * NUMBERS], pixels[slot * NUMBERS + 1], ray);
            found.add(new WristSighting(
                    times[slot],
                    view.index,
                    (sources[slot] & 1) == 0,
                    new Point3(view.x, view.y, view.z),
                    new Point3(ray[0], ray[1], ray[2]),
                    pixelNoise / view.focal,
                    pixels[slot * NUMBERS + 2],
                    1));
        }
        return found;
    }
}
