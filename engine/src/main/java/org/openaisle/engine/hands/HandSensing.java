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
    private static final long PIECE_MILLIS = 2_000;
    private static final double LEAST_SHARE = 0.02;
    /** A wrist is about so high, as a share of the body's height, and so far from the body's middle: along, across, up. */
    private static final double WRIST_SHARE = 0.55;

    private static final double[] BODY_SD_METRES = {0.45, 0.45, 0.4};
    private static final double LEAST_ALONG_METRES = 0.04;
    private static final double REST_SD_METRES = 0.08;

    private final Floor floor;
    private final Shelving shelving;
    private final HandParameters parameters;
    private final HandMeetings meetings;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final ThingsAtPlates things;

    public HandSensing(Floor floor, Shelving shelving, HandParameters parameters) {
        this.floor = floor;
        this.shelving = shelving;
        this.parameters = parameters;
        this.meetings = new HandMeetings(floor, shelving, parameters);
        this.things = new ThingsAtPlates(floor, shelving, parameters);
    }

    @Override
    public List<Meeting> meetings(long from, long to) {
        return meetings.between(from, to);
    }

    /** A reading with the shares of belief whose hand it was in, by party; empty until somebody asks. */
    private static final class Reading implements Serializable {
        private static final long serialVersionUID = 1;
        final ItemReading item;

        @Nullable
        Map<Integer, Double> shares;

        Reading(ItemReading item) {
            this.item = item;
        }

        Reading(Reading original) {
            this.item = original.item;
            this.shares = original.shares;
        }
    }

    @Override
    public void read(ItemReading reading) {
        readings.add(new Reading(reading));
        things.read(reading);
    }

    @Override
    public List<HeldThing> things(WeightChange change, boolean taken, List<WeightChange> others) {
        return things.at(change, taken, others);
    }

    @Override
    public void forget(long t) {
        things.forget(t);
        while (!readings.isEmpty() && readings.getFirst().item.t() < t) {
            readings.removeFirst();
        }
    }

    @Override
    public HandSensing fork() {
        HandSensing fork = new HandSensing(floor, shelving, parameters);
        // Whose hand a reading was in is settled when that is first asked: not by what asks in passing.
        readings.forEach(reading -> fork.readings.add(new Reading(reading)));
        fork.things.follow(things);
        return fork;
    }

    @Override
    public List<Reach> reaches(WeightChange change) {
        PlateSite first = shelving.site(change.parts().getFirst().plateId());
        PlateSite last = shelving.site(change.parts().getLast().plateId());
        if (first == null || last == null) {
            return List.of();
        }
        ReachVolume volume = new ReachVolume(first, last, parameters);
        Map<Integer, Sum> sums = new TreeMap<>();
        int pieces = (int) Math.max(1, (change.movedTo() - change.movedFrom()) / PIECE_MILLIS);
        for (int piece = 0; piece < pieces; piece++) {
            // A fault may have hidden the reach for minutes: then it was in one of many short stretches, nobody knows
            // which.
            long from = change.movedFrom() + piece * PIECE_MILLIS;
            long to = piece == pieces - 1 ? change.movedTo() : from + PIECE_MILLIS;
            reach(volume, from, to, sums);
        }
        List<Reach> reaches = new ArrayList<>();
        sums.forEach((id, sum) -> {
            if (sum.all > 1e-9 * pieces) {
                reaches.add(new Reach(sum.party, sum.all / pieces, sum.at, sum.along));
            }
        });
        return reaches;
    }

    /** What adds up for a party over tracks and stretches, with the time and the place of the heaviest. */
    private static final class Sum {
        final Party party;
        double all;
        double best;
        long at;

        @Nullable
        Along along;

        Sum(Party party) {
            this.party = party;
        }
    }

    /** Looks at everybody's hands in one stretch. Tracks are bodies; goods belong to parties: shares by the belief whose it is. */
    private void reach(ReachVolume volume, long from, long to, Map<Integer, Sum> sums) {
        long middle = (from + to) / 2;
        for (Track track : floor.tracks()) {
            Point2 body = track.at(middle);
            if (body == null) {
                continue;
            }
            double spread = track.spreadMetres(middle);
            double distance = volume.bodyDistance(body);
            if (distance > FARTHEST_METRES + 2 * spread) {
                continue;
            }
            HandLook look = look(track, volume, body, from, to);
            double weight =
                    bodyFactor(distance, spread) * (parameters.mistaken() + (1 - parameters.mistaken()) * look.ratio());
            for (Party party : floor.parties()) {
                double share = weight * floor.belief(track, party, middle);
                if (share > 0) {
                    Sum sum = sums.computeIfAbsent(party.id(), id -> new Sum(party));
                    sum.all += share;
                    if (share > sum.best) {
                        sum.best = share;
                        sum.at = middle;
                        sum.along = look.along();
                    }
                }
            }
        }
    }

    private double bodyFactor(double distance, double spread) {
        double beyond = Math.max(0, distance - parameters.armMetres());
        double sd = Math.sqrt(square(parameters.stretchMetres()) + square(spread));
        return Math.max(1e-4, StrictMath.exp(-square(beyond / sd) / 2));
    }

    /** What the cameras saw of a person's hands: the likelihood ratio, and where along the plates the likelier hand was. */
    private record HandLook(double ratio, @Nullable Along along) {}

    private HandLook look(Track track, ReachVolume volume, Point2 body, long movedFrom, long movedTo) {
        long from = movedFrom - parameters.beforeMillis();
        long to = movedTo + parameters.afterMillis();
        List<WristSighting> sightings = track.wrists(from - SLOT_MILLIS, to + SLOT_MILLIS);
        double[] place = volume.local(new Point3(body.x(), body.y(), WRIST_SHARE * track.heightMetres()));
        HandLook left = look(sightings, true, volume, place, from, to);
        HandLook right = look(sightings, false, volume, place, from, to);
        return new HandLook((left.ratio + right.ratio) / 2, left.ratio > right.ratio ? left.along : right.along);
    }

    private HandLook look(
            List<WristSighting> all, boolean left, ReachVolume volume, double[] body, long from, long to) {
        List<Ray> rays = new ArrayList<>();
        for (WristSighting s : all) {
            double trust = parameters.trust(s);
            if (s.left() == left && trust > 0) {
                double[] origin = volume.local(s.origin());
                double[] direction = volume.localDirection(s.direction());
                rays.add(new Ray(s.t(), s.camera(), origin, direction, WristFix.sd(s, volume.centre()), trust));
            }
        }
        int slots = (int) ((to - from) / SLOT_MILLIS) + 1;
        double[] logs = new double[slots];
        boolean[] seen = new boolean[slots];
        double along = 0;
        double precision = 0;
        double weight = 0;
        double[] low = volume.low();
        double[] high = volume.high();
        WristFix fix = new WristFix();
        for (int slot = 0; slot < slots; slot++) {
            long middle = from + slot * SLOT_MILLIS + SLOT_MILLIS / 2;
            fix.clear();
            for (Ray r : rays) {
                if (Math.abs(r.t - middle) <= 1.2 * SLOT_MILLIS) {
                    fix.add(r.camera, r.origin, r.direction, r.sd, r.trust);
                }
            }
            if (fix.reliability() < 0.3) {
                continue;
            }
            fix.solve(body, BODY_SD_METRES, parameters.handMetres());
            double inside = StrictMath.exp(-fix.distance(low, high) / 2);
            double sure = Math.min(1, fix.reliability())
                    * (1 - (fix.cameras() > 1 ? parameters.strayShare() / 2 : parameters.strayShare()));
            double contrast = fix.cameras() > 1 ? parameters.contrast() * 1.5 : parameters.contrast();
            double stretched = StrictMath.hypot(fix.mean[0] - body[0], fix.mean[1] - body[1]);
            logs[slot] = StrictMath.log(1 - sure + sure * contrast * density(stretched) * inside);
            seen[slot] = true;
            double share = inside / square(fix.sdAlong());
            along += share * fix.mean[0];
            precision += share;
            weight += inside;
        }
        Along place = weight < 0.5
                ? null
                : new Along(along / precision, Math.sqrt(square(LEAST_ALONG_METRES) + weight / precision / 2));
        return new HandLook(overReaches(logs, seen), place);
    }

    /**
     * How much of the contrast counts for a wrist so far from the body's middle: hands at rest are near the body, and somebody
     * who stands close to a shelf has them in the volume without reaching.
     */
    private double density(double metres) {
        double beyond = (metres - parameters.restMetres()) / REST_SD_METRES;
        return parameters.restShare() + (1 - parameters.restShare()) / (1 + StrictMath.exp(-beyond));
    }

    /** A sighting in the volume's coordinates. */
    private record Ray(long t, int camera, double[] origin, double[] direction, double sd, double trust) {}

    /** The mean likelihood ratio over the moments at which the reach may have been: one for a crisp change, many for one that faults hid. */
    private double overReaches(double[] logs, boolean[] seen) {
        int length =
                (int) Math.min(logs.length, (parameters.beforeMillis() + parameters.afterMillis() + 200) / SLOT_MILLIS);
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
        double best =
                0.05 * StrictMath.exp(-square(body.distance(reading.position().onFloor()) / 0.45) / 2);
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
