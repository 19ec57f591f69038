package org.openaisle.evaluation.budget;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.Point2;
import org.openaisle.model.Truth;

/**
 * The people of the truth instead of tracking. Only wrists are still what tracking saw: at every moment those of the track
 * that stood where the person really was.
 */
final class TrueFloor implements Floor {
    private static final long serialVersionUID = 1;

    /** A party with the people of whom it consists. */
    private static final class Group implements Serializable {
        private static final long serialVersionUID = 1;
        private final Party party;
        private final List<TrueTrack> members = new ArrayList<>();
        private final long exitedAt;
        private int entered;
        private int left;

        Group(Party party, long exitedAt) {
            this.party = party;
            this.exitedAt = exitedAt;
        }

        /** Tells the party who came and went up to {@code t}; true when that was the last one. */
        boolean advance(long t) {
            int in = (int) members.stream().filter(m -> m.enteredAt() <= t).count();
            int out = (int) members.stream().filter(m -> m.leftAt() <= t).count();
            boolean before = left == members.size();
            for (; entered < in; entered++) {
                party.memberEntered();
            }
            for (; left < out; left++) {
                party.memberLeft(left == members.size() - 1 ? exitedAt : t);
            }
            return !before && left == members.size();
        }
    }

    /** A track further from a person than this is somebody else, metres. */
    private static final double NEAR_METRES = 0.8;

    private final Floor seen;
    private final List<Group> groups = new ArrayList<>();
    private final List<TrueTrack> people = new ArrayList<>();
    private List<Group> gone = new ArrayList<>();
    private long now = Long.MIN_VALUE;

    /** {@code seen} is the real tracking, which goes on below. */
    TrueFloor(Floor seen, Truth truth, List<Truth.Moment> moments) {
        this.seen = seen;
        Map<String, TreeMap<Long, Point2>> places = new LinkedHashMap<>();
        for (Truth.Moment moment : moments) {
            for (Truth.Person p : moment.people()) {
                places.computeIfAbsent(p.person(), n -> new TreeMap<>()).put(moment.t(), new Point2(p.x(), p.y()));
            }
        }
        for (Truth.Visit visit : truth.visits()) {
            add(visit, places);
        }
    }

    private void add(Truth.Visit visit, Map<String, TreeMap<Long, Point2>> places) {
        long exitedAt = visit.exitedAt() == null ? Long.MAX_VALUE : visit.exitedAt();
        Party party = new Party(groups.size() + 1, visit.token(), visit.partySize(), visit.enteredAt());
        Group group = new Group(party, exitedAt);
        long last = visit.people().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToLong(TreeMap::lastKey)
                .max()
                .orElse(0);
        for (String name : visit.people()) {
            TreeMap<Long, Point2> path = places.get(name);
            if (path == null) {
                continue;
            }
            // The moments are 200 ms apart: the truth's own times are exact for the first and the last of a party.
            long from = Math.max(visit.enteredAt(), path.firstKey() - 200);
            long to = path.lastKey() == last ? exitedAt : Math.min(exitedAt, path.lastKey() + 200);
            TrueTrack track = new TrueTrack(people.size() + 1, party, path, from, to, this);
            people.add(track);
            group.members.add(track);
        }
        groups.add(group);
    }

    @Override
    public void see(CameraFrame frame) {
        seen.see(frame);
        come(frame.t());
    }

    @Override
    public void scan(GateScan scan) {
        seen.scan(scan);
        come(scan.t());
    }

    @Override
    public void cross(GateCrossing crossing) {
        seen.cross(crossing);
        come(crossing.t());
    }

    @Override
    public void identify(KioskVisit visit) {
        seen.identify(visit);
        come(visit.t());
    }

    @Override
    public void advance(long t) {
        seen.advance(t);
        come(t);
    }

    private void come(long t) {
        if (t <= now) {
            return;
        }
        now = t;
        for (Group group : groups) {
            if (group.advance(t)) {
                gone.add(group);
            }
        }
    }

    /** The track as which tracking saw a person at a moment: people and tracks are paired by distance, the nearest first. */
    @Nullable
    Track seenAs(TrueTrack person, long t) {
        List<Pair> pairs = new ArrayList<>();
        for (TrueTrack p : people) {
            Point2 place = p.at(t);
            if (place == null) {
                continue;
            }
            for (Track track : seen.tracks()) {
                Point2 at = track.at(t);
                if (at != null && at.distance(place) < NEAR_METRES) {
                    pairs.add(new Pair(p, track, at.distance(place)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::metres));
        while (!pairs.isEmpty()) {
            Pair nearest = pairs.getFirst();
            if (nearest.person == person) {
                return nearest.track;
            }
            pairs.removeIf(p -> p.person == nearest.person || p.track == nearest.track);
        }
        return null;
    }

    private record Pair(TrueTrack person, Track track, double metres) {}

    @Override
    public List<Track> tracks() {
        return people.stream()
                .filter(p -> p.enteredAt() <= now && (p.leftAt() > now || p.leftAt() >= now - Track.MEMORY_MILLIS))
                .map(Track.class::cast)
                .toList();
    }

    @Override
    public List<Party> parties() {
        return groups.stream()
                .filter(g -> g.party.inside() > 0 || gone.contains(g))
                .map(g -> g.party)
                .toList();
    }

    @Override
    public List<Party> departed() {
        List<Party> departed = gone.stream().map(g -> g.party).toList();
        gone = new ArrayList<>();
        return departed;
    }

    @Override
    public double belief(Track track, @Nullable Party party, long t) {
        return track.party() == party ? 1 : 0;
    }
}
