package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Point2;

/**
 * Says in whose hands followed things were.
 *
 * <p>One reading tells badly whose hand it was: two people at one shelf have theirs a hand's breadth apart. But a thing that was
 * followed for a second or two comes away from the shelf with somebody.
 */
final class ThingsInHands implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double FARTHEST_METRES = 1.4;
    /** A wrist that was seen so long before or after is where the thing was. */
    private static final long SEEN_MILLIS = 120;

    private static final double[] BODY_SD_METRES = {0.35, 0.35, 0.3};
    /** What a hand holds is about so high, as a share of the body's height. */
    private static final double HELD_SHARE = 0.58;

    private static final double STRAY = 0.15;
    /** A thing is a little away from the wrist. */
    private static final double HELD_HANDS = 1.5;
    /** Density of a reading that is in nobody's hand, in a cubic metre. */
    private static final double NOBODY = 0.05;
    /** Readings of one thing share their mistakes: together they are worth so many. */
    private static final double INDEPENDENT = 4;

    /** Readings so far apart speak for each other, and less and less beyond. */
    private static final double SMOOTH_MILLIS = 250;
    /** Of a place out of somebody's reach a little is left, or one odd reading would decide. */
    private static final double LEAST_DENSITY = 0.02 * NOBODY;

    private static final int NONE = -1;

    private final Floor floor;
    private final HandParameters parameters;

    ThingsInHands(Floor floor, HandParameters parameters) {
        this.floor = floor;
        this.parameters = parameters;
    }

    /**
     * Some readings of what was followed, as things in hands: one for each party whose they were for a while, since what was
     * followed may have gone from hand to hand, or have been two things close to each other.
     */
    List<HeldThing> of(List<ItemReading> readings) {
        List<Track> near = floor.tracks().stream()
                .filter(track -> readings.stream().anyMatch(r -> inReach(track, r)))
                .toList();
        double[][] logs = new double[readings.size()][near.size() + 1];
        for (int i = 0; i < logs.length; i++) {
            for (int k = 0; k < near.size(); k++) {
                logs[i][k] = StrictMath.log(density(near.get(k), readings.get(i)) + LEAST_DENSITY);
            }
            logs[i][near.size()] = StrictMath.log(NOBODY);
        }
        SortedMap<Integer, Part> parts = new TreeMap<>();
        for (int i = 0; i < logs.length; i++) {
            ItemReading reading = readings.get(i);
            SortedMap<Integer, Double> shares = shares(near, smoothed(logs, readings, i), reading.t());
            parts.computeIfAbsent(owner(shares), o -> new Part()).add(reading, shares);
        }
        return parts.values().stream().map(Part::thing).toList();
    }

    /** The party in whose hands it rather was than not. */
    private static int owner(SortedMap<Integer, Double> shares) {
        for (Map.Entry<Integer, Double> share : shares.entrySet()) {
            if (share.getValue() > 0.5) {
                return share.getKey();
            }
        }
        return NONE;
    }

    /** Readings of one owner. */
    private static final class Part {
        private final List<ItemReading> readings = new ArrayList<>();
        private final SortedMap<Integer, Double> sums = new TreeMap<>();

        void add(ItemReading reading, SortedMap<Integer, Double> shares) {
            readings.add(reading);
            shares.forEach((party, share) -> sums.merge(party, share, Double::sum));
        }

        HeldThing thing() {
            SortedMap<Integer, Double> shares = new TreeMap<>(sums);
            shares.replaceAll((party, sum) -> sum / readings.size());
            return new HeldThing(readings, shares);
        }
    }

    /** What readings shortly before and after say, as far as they are independent. */
    private static double[] smoothed(double[][] logs, List<ItemReading> readings, int i) {
        double[] sum = new double[logs[i].length];
        double weights = 0;
        for (int j = 0; j < logs.length; j++) {
            double apart = (readings.get(j).t() - readings.get(i).t()) / SMOOTH_MILLIS;
            double weight = StrictMath.exp(-apart * apart / 2);
            weights += weight;
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weight * logs[j][k];
            }
        }
        double scale = Math.min(1, INDEPENDENT / weights);
        for (int k = 0; k < sum.length; k++) {
            sum[k] *= scale;
        }
        return sum;
    }

    private SortedMap<Integer, Double> shares(List<Track> near, double[] logs, long t) {
        double heaviest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            heaviest = Math.max(heaviest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - heaviest);
        }
        SortedMap<Integer, Double> shares = new TreeMap<>();
        for (int k = 0; k < near.size(); k++) {
            double share = StrictMath.exp(logs[k] - heaviest) / sum;
            for (Party party : floor.parties()) {
                double belief = floor.belief(near.get(k), party, t);
                if (belief > 0) {
                    shares.merge(party.id(), share * belief, Double::sum);
                }
            }
        }
        return shares;
    }

    private static boolean inReach(Track track, ItemReading reading) {
        Point2 body = track.at(reading.t());
        return body != null && inReach(body, reading);
    }

    private static boolean inReach(Point2 body, ItemReading reading) {
        return body.distance(reading.position().onFloor()) <= FARTHEST_METRES;
    }

    /** Density of the reading's place, were the thing in one of the track's hands, in a cubic metre; 0 out of reach. */
    private double density(Track track, ItemReading reading) {
        Point2 body = track.at(reading.t());
        if (body == null || !inReach(body, reading)) {
            return 0;
        }
        double[] middle = {body.x(), body.y(), HELD_SHARE * track.heightMetres()};
        double[] place = WristFix.array(reading.position());
        List<WristSighting> sightings = track.wrists(reading.t() - SEEN_MILLIS, reading.t() + SEEN_MILLIS);
        WristFix fix = new WristFix();
        fix.solve(middle, BODY_SD_METRES, parameters.handMetres());
        double anywhere = fix.density(place);
        double sum = 0;
        for (boolean left : new boolean[] {true, false}) {
            fix.clear();
            fix.add(sightings, left, reading.position(), parameters);
            if (fix.reliability() < 0.3) {
                sum += anywhere;
            } else {
                fix.solve(middle, BODY_SD_METRES, HELD_HANDS * parameters.handMetres());
                sum += (1 - STRAY) * fix.density(place) + STRAY * anywhere;
            }
        }
        return sum / 2;
    }
}
