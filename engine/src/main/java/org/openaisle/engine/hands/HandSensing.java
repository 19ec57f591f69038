package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach.Along;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/**
 * Hands from wrist rays and bodies.
 *
 * <p>For every track near the plates: p(rays | its hand was in the volume) / p(rays | it was anywhere about its body),
 * taken over the cameras and the moments of the reach, times what its distance allows. Somebody whose wrists no camera saw
 * keeps a ratio of 1, since hands in a shelf are often hidden; somebody whose wrists were seen elsewhere loses nearly all.
 */
public final class HandSensing implements Reaches {
    private static final long serialVersionUID = 1;
    private static final double FARTHEST_METRES = 1.6;
    private static final long SLOT_MILLIS = 100;
    private static final double LEAST_SHARE = 0.02;

    private final Floor floor;
    private final Shelving shelving;
    private final HandParameters parameters;
    private final Deque<Reading> readings = new ArrayDeque<>();

    public HandSensing(Floor floor, Shelving shelving, HandParameters parameters) {
        this.floor = floor;
        this.shelving = shelving;
        this.parameters = parameters;
    }

    /** A reading with the shares of belief whose hand it was in, by party; empty until somebody asks. */
    private static final class Reading implements Serializable {
        private static final long serialVersionUID = 1;
        final ItemReading item;
        @Nullable Map<Integer, Double> shares;

        Reading(ItemReading item) {
            this.item = item;
        }
    }

    @Override
    public void read(ItemReading reading) {
        readings.add(new Reading(reading));
    }

    @Override
    public void forget(long t) {
        while (!readings.isEmpty() && readings.getFirst().item.t() < t) {
            readings.removeFirst();
        }
    }

    @Override
    public List<Reach> reaches(WeightChange change) {
        PlateSite first = shelving.site(change.parts().getFirst().plateId());
        PlateSite last = shelving.site(change.parts().getLast().plateId());
        if (first == null || last == null) {
            return List.of();
        }
        ReachVolume volume = new ReachVolume(first, last, parameters.frontMetres());
        List<Track> near = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<@Nullable Along> places = new ArrayList<>();
        long middle = (change.movedFrom() + change.movedTo()) / 2;
        for (Track track : floor.tracks()) {
            Point2 body = track.at(middle);
            if (body == null) {
                continue;
            }
            double distance = volume.bodyDistance(body);
            if (distance > FARTHEST_METRES + 2 * track.spreadMetres(middle)) {
                continue;
            }
            HandLook look = look(track, volume, change);
            near.add(track);
            weights.add(bodyFactor(distance, track.spreadMetres(middle))
                    * (parameters.mistaken() + (1 - parameters.mistaken()) * look.ratio()));
            places.add(look.along());
        }
        return byParty(near, weights, places, middle);
    }

    /** Tracks are bodies; goods belong to parties: share every track's weight out by the belief whose it is. */
    private List<Reach> byParty(List<Track> tracks, List<Double> weights, List<@Nullable Along> places, long t) {
        Map<Integer, Reach> byId = new TreeMap<>();
        for (Party party : floor.parties()) {
            double sum = 0;
            double best = 0;
            Along along = null;
            for (int i = 0; i < tracks.size(); i++) {
                double share = weights.get(i) * floor.belief(tracks.get(i), party, t);
                sum += share;
                if (share > best) {
                    best = share;
                    along = places.get(i);
                }
            }
            if (sum > 1e-9) {
                byId.put(party.id(), new Reach(party, sum, along));
            }
        }
        return List.copyOf(byId.values());
    }

    private double bodyFactor(double distance, double spread) {
        double beyond = Math.max(0, distance - parameters.armMetres());
        double sd = Math.sqrt(square(parameters.stretchMetres()) + square(spread));
        return Math.max(1e-4, StrictMath.exp(-square(beyond / sd) / 2));
    }

    /** What the cameras saw of a person's hands: the likelihood ratio, and where along the plates the likelier hand was. */
    private record HandLook(double ratio, @Nullable Along along) {}

    private HandLook look(Track track, ReachVolume volume, WeightChange change) {
        long from = change.movedFrom() - parameters.beforeMillis();
        long to = change.movedTo() + parameters.afterMillis();
        List<WristSighting> sightings = track.wrists(from, to);
        HandLook left = look(sightings, true, volume, from, to);
        HandLook right = look(sightings, false, volume, from, to);
        return new HandLook((left.ratio + right.ratio) / 2, left.ratio > right.ratio ? left.along : right.along);
    }

    private HandLook look(List<WristSighting> sightings, boolean left, ReachVolume volume, long from, long to) {
        int slots = (int) ((to - from) / SLOT_MILLIS) + 1;
        double[] logs = new double[slots];
        boolean[] seen = new boolean[slots];
        RayMeeting meeting = new RayMeeting(volume);
        for (WristSighting s : sightings) {
            if (s.left() != left) {
                continue;
            }
            Point3 nearest = volume.nearest(s.origin(), s.direction());
            double sd = Math.sqrt(square(s.origin().distance(nearest) * s.sdRadians()) + square(parameters.handMetres()));
            double inside = StrictMath.exp(-square(volume.distance(nearest) / sd) / 2);
            double stray = 1 - (1 - parameters.strayShare()) * s.weight() * Math.min(1, 0.3 + s.confidence());
            int slot = (int) ((s.t() - from) / SLOT_MILLIS);
            logs[slot] += StrictMath.log(stray + (1 - stray) * parameters.contrast() * inside);
            seen[slot] = true;
            meeting.add(s, inside * (1 - stray) / square(sd));
        }
        return new HandLook(overReaches(logs, seen), meeting.along());
    }

    /** The mean likelihood ratio over the moments at which the reach may have been: one for a crisp change, many for one that faults hid. */
    private double overReaches(double[] logs, boolean[] seen) {
        int length = (int) Math.min(logs.length, (parameters.beforeMillis() + parameters.afterMillis() + 200) / SLOT_MILLIS);
        double sum = 0;
        int starts = logs.length - length + 1;
        for (int start = 0; start < starts; start++) {
            double log = 0;
            int n = 0;
            for (int i = start; i < start + length; i++) {
                if (seen[i]) {
                    log += logs[i];
                    n++;
                }
            }
            sum += n == 0 ? 1 : StrictMath.exp(log / n * Math.min(n, parameters.independentSlots()));
        }
        return sum / starts;
    }

    @Override
    public List<HeldItem> held(Party party, long from, long to) {
        List<HeldItem> held = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.item.t() < from || reading.item.t() > to) {
                continue;
            }
            if (reading.shares == null) {
                reading.shares = shares(reading.item);
            }
            double share = reading.shares.getOrDefault(party.id(), 0.0);
            if (share > LEAST_SHARE) {
                held.add(new HeldItem(reading.item, share));
            }
        }
        return held;
    }

    private Map<Integer, Double> shares(ItemReading item) {
        Map<Integer, Double> shares = new TreeMap<>();
        double all = 1e-3;
        for (Track track : floor.tracks()) {
            double near = nearness(track, item);
            all += near;
            if (near > 0) {
                for (Party party : floor.parties()) {
                    double belief = floor.belief(track, party, item.t());
                    if (belief > 0) {
                        shares.merge(party.id(), near * belief, Double::sum);
                    }
                }
            }
        }
        double sum = all;
        shares.replaceAll((id, near) -> near / sum);
        return shares;
    }

    /** How well a reading's place fits a track's wrists at that moment, or its body where no wrist was seen. */
    private double nearness(Track track, ItemReading reading) {
        Point2 body = track.at(reading.t());
        if (body == null || body.distance(reading.position().onFloor()) > FARTHEST_METRES) {
            return 0;
        }
        double best = 0.05 * StrictMath.exp(-square(body.distance(reading.position().onFloor()) / 0.45) / 2);
        for (WristSighting s : track.wrists(reading.t() - 120, reading.t() + 120)) {
            Point3 to = reading.position().minus(s.origin());
            double along = to.dot(s.direction());
            double aside = Math.sqrt(Math.max(0, to.dot(to) - along * along));
            double sd = Math.sqrt(square(parameters.heldMetres()) + square(along * s.sdRadians()));
            best = Math.max(best, s.weight() * StrictMath.exp(-square(aside / sd) / 2));
        }
        return best;
    }

    private static double square(double v) {
        return v * v;
    }
}
