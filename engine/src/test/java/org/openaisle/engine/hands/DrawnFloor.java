package org.openaisle.engine.hands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** A floor on which everybody stands where the test has put them, and shows the wrists that the test says. */
public final class DrawnFloor implements Floor {
    private static final long serialVersionUID = 1;

    private final List<Party> parties = new ArrayList<>();
    private final List<Standing> tracks = new ArrayList<>();

    /** Somebody who has stood at a place all the time. */
    private record Standing(int id, Party party, Point2 place, List<WristSighting> sightings) implements Track {
        private static final long serialVersionUID = 1;

        @Override
        public long enteredAt() {
            return 0;
        }

        @Override
        public long leftAt() {
            return Long.MAX_VALUE;
        }

        @Override
        public double heightMetres() {
            return 1.7;
        }

        @Override
        public @Nullable Point2 at(long t) {
            return place;
        }

        @Override
        public double spreadMetres(long t) {
            return 0.1;
        }

        @Override
        public List<WristSighting> wrists(long from, long to) {
            return sightings.stream().filter(s -> s.t() >= from && s.t() <= to).toList();
        }
    }

    /** A party of one person at each of the places. */
    public Party enters(String token, Point2... places) {
        Party party = new Party(parties.size(), token, places.length, 0);
        parties.add(party);
        for (Point2 place : places) {
            party.memberEntered();
            tracks.add(new Standing(tracks.size(), party, place, new ArrayList<>()));
        }
        return party;
    }

    /** A camera sees the right wrist of the party's n-th member at a point, ten times a second from one time to another. */
    public void wrist(Party party, int member, long from, long to, int camera, Point3 origin, Point3 wrist) {
        Point3 ray = wrist.minus(origin);
        Point3 direction = ray.times(1 / ray.norm());
        Standing track = tracks.stream()
                .filter(t -> t.party() == party)
                .skip(member)
                .findFirst()
                .orElseThrow();
        for (long t = from; t <= to; t += 100) {
            track.sightings.add(new WristSighting(t, camera, false, origin, direction, 0.004, 0.8, 1));
        }
        track.sightings.sort(Comparator.comparingLong(WristSighting::t));
    }

    @Override
    public void see(CameraFrame frame) {}

    @Override
    public void scan(GateScan scan) {}

    @Override
    public void cross(GateCrossing crossing) {}

    @Override
    public void identify(KioskVisit visit) {}

    @Override
    public void advance(long t) {}

    @Override
    public List<Track> tracks() {
        return List.copyOf(tracks);
    }

    @Override
    public List<Party> parties() {
        return List.copyOf(parties);
    }

    @Override
    public List<Party> departed() {
        return List.of();
    }

    @Override
    public double belief(Track track, Party party, long t) {
        return track.party() == party ? 1 : 0;
    }
}
