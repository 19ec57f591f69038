package org.openaisle.engine.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Camera;
import org.openaisle.model.Gate;
import org.openaisle.model.Observation.CameraFrame;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.PersonDetection;
import org.openaisle.model.Polygon;
import org.openaisle.model.Store;

/**
 * Follows everybody on the floor through many cameras, in a closed world: people come and go over gate lines only.
 *
 * <p>A frame goes through four steps: detections become {@link Sighting}s, {@link Association} gives them to people, their {@link
 * BodyState}s are updated, and what nobody explains begins a track. Ten times a second of event time the {@link Crowd} is tended
 * and the {@link Gatehouse} gives crossings to people.
 */
public final class FloorTracker implements Floor {
    private static final long serialVersionUID = 1;
    private static final long STEP_MILLIS = 100;

    private final TrackingParameters parameters;
    private final Map<String, CameraView> viewOf = new HashMap<>();
    private final AppearanceScale scale;
    private final SightingBuilder builder;
    private final Association association;
    private final Crowd crowd;
    private final Gatehouse gatehouse;
    private final PartyBook book = new PartyBook();
    private final Doorkeeper doorkeeper;
    private final KioskEvidence kiosks;
    private final List<Party> departed = new ArrayList<>();
    private final List<Party> remembered = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private long frameCount;
    private long nextStep = Long.MIN_VALUE;

    public FloorTracker(Store store, TrackingParameters parameters) {
        this.parameters = parameters;
        List<CameraView> views = new ArrayList<>();
        for (Camera camera : store.cameras()) {
            CameraView view = new CameraView(views.size(), camera);
            views.add(view);
            viewOf.put(camera.cameraId(), view);
        }
        Polygon outline = store.floor();
        Area floor = new Area(outline);
        List<GateLine> gates = new ArrayList<>();
        for (Gate gate : store.gates()) {
            gates.add(new GateLine(gate, floor, outline.centre()));
        }
        scale = new AppearanceScale(parameters, views.size());
        builder = new SightingBuilder(parameters);
        association = new Association(parameters, scale);
        crowd = new Crowd(parameters, views, scale, floor, gates, book);
        gatehouse = new Gatehouse(parameters, gates, book);
        kiosks = new KioskEvidence(parameters, scale, store.kiosks());
        doorkeeper = new Doorkeeper(parameters, crowd, gatehouse, book, floor, gates, store.trackedZone() != null);
    }

    @Override
    public void see(CameraFrame frame) {
        long t = frame.t();
        advance(t);
        CameraView view = viewOf.get(frame.cameraId());
        if (view == null) {
            return;
        }
        sightings.clear();
        for (PersonDetection d : frame.people()) {
            Sighting s = builder.of(view, d);
            if (s != null) {
                s.looks = scale.untinted(view.index, d.appearance());
                sightings.add(s);
            }
        }
        if (sightings.isEmpty()) {
            return;
        }
        List<Person> people = crowd.people;
        association.solve(sightings, people, t);
        int known = people.size();
        frameCount++;
        for (int i = 0; i < sightings.size(); i++) {
            Sighting s = sightings.get(i);
            scale.see(s.looks);
            if (association.chosen[i] >= 0) {
                Person person = people.get(association.chosen[i]);
                person.body.predict(t);
                person.body.update(s);
                if (association.clear[i]) {
                    if (person.hits > 10) {
                        view.aim.learn(view, s, person.body.x(), person.body.y(), person.body.mean[4]);
                    }
                    scale.learn(view.index, person.appearance, s.looks);
                }
                person.seenFrame = frameCount;
                person.seen(t, view.index, s, association.clear[i]);
            } else if (s.detection.score() >= parameters.birthScore()
                    && s.spread < 0.6
                    && !nearlyKnown(s, people, known)) {
                crowd.begin(s, view.index, t);
            }
        }
        for (int i = 0; i < known; i++) {
            Person p = people.get(i);
            if (p.seenFrame == frameCount) {
                crowd.compare(p, frameCount, t);
            }
        }
        sightings.clear();
    }

    /** Two boxes on one person begin no second one. */
    private boolean nearlyKnown(Sighting s, List<Person> people, int known) {
        for (int i = 0; i < known; i++) {
            Person p = people.get(i);
            double dx = p.body.x() - s.x;
            double dy = p.body.y() - s.y;
            if (p.unseen(p.body.t) < parameters.lostMillis() && dx * dx + dy * dy < 0.25 * 0.25) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void scan(GateScan scan) {
        advance(scan.t());
        gatehouse.scan(scan);
    }

    @Override
    public void cross(GateCrossing crossing) {
        advance(crossing.t());
        gatehouse.cross(crossing);
    }

    @Override
    public void identify(KioskVisit visit) {
        advance(visit.t());
        kiosks.weigh(visit, crowd.people);
    }

    @Override
    public void advance(long t) {
        if (nextStep == Long.MIN_VALUE) {
            nextStep = Math.floorDiv(t, STEP_MILLIS) * STEP_MILLIS + STEP_MILLIS;
        }
        while (nextStep <= t) {
            step(nextStep);
            boolean idle = crowd.people.isEmpty() && !gatehouse.waiting();
            nextStep +=
                    idle ? Math.max(STEP_MILLIS, Math.floorDiv(t - nextStep, STEP_MILLIS) * STEP_MILLIS) : STEP_MILLIS;
        }
    }

    private void step(long t) {
        for (Gatehouse.Unseen u : gatehouse.resolve(t, crowd.people)) {
            Person person = crowd.beginUnseen(u.gate().x, u.gate().y, u.t());
            person.enter(u.party(), u.t());
        }
        gatehouse.recall(t, crowd.people);
        crowd.tend(t, gatehouse.beamed());
        doorkeeper.watch(t);
        close(t);
    }

    private void close(long t) {
        for (Iterator<Party> each = book.parties().iterator(); each.hasNext(); ) {
            Party party = each.next();
            if (party.inside() == 0
                    && party.entered() > 0
                    && t - party.exitedAt() >= parameters.departureMillis()
                    && !gatehouse.expects(party, t)) {
                departed.add(party);
                each.remove();
            }
        }
    }

    @Override
    public List<Track> tracks() {
        List<Track> tracks = new ArrayList<>();
        for (Person p : crowd.people) {
            if (p.status == Person.Status.INSIDE || p.status == Person.Status.LEFT) {
                tracks.add(p);
            }
        }
        tracks.addAll(crowd.gone);
        tracks.sort((a, b) -> Integer.compare(a.id(), b.id()));
        return tracks;
    }

    @Override
    public List<Party> parties() {
        List<Party> parties = new ArrayList<>(book.parties());
        parties.addAll(departed);
        parties.addAll(remembered);
        parties.sort((a, b) -> Integer.compare(a.id(), b.id()));
        return parties;
    }

    @Override
    public List<Party> departed() {
        List<Party> gone = new ArrayList<>(departed);
        remembered.removeIf(party -> party.exitedAt() < nextStep - Track.MEMORY_MILLIS);
        remembered.addAll(departed);
        departed.clear();
        return gone;
    }

    @Override
    public double belief(Track track, Party party, long t) {
        @Nullable Party own = track.party();
        return own != null && own.id() == party.id() ? 1 : 0;
    }
}
