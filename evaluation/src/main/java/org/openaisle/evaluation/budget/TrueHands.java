package org.openaisle.evaluation.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.HeldThing;
import org.openaisle.engine.hands.Meeting;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Point2;
import org.openaisle.model.Truth;

/**
 * Who really moved what a plate felt, instead of the hands that cameras saw: the actor's party gets all of the likelihood.
 * What people hold is still read as it is.
 */
final class TrueHands implements Reaches {
    private static final long serialVersionUID = 1;
    /** A weight change is an event's when it is this near in time, milliseconds. */
    private static final long NEAR_MILLIS = 1500;

    private static final double CERTAIN = 100;
    /** A change is one event's alone when it weighs the same within this share, and never closer than this. */
    private static final double SAME_SHARE = 0.04;

    private static final double SAME_GRAMS = 6;

    private final transient Truth truth;
    private final transient TreeMap<Long, Truth.Moment> moments;
    private final Shelving shelving;
    private final Floor floor;
    private final Reaches sensed;

    TrueHands(Truth truth, List<Truth.Moment> moments, Shelving shelving, Floor floor, Reaches sensed) {
        this(truth, new TreeMap<>(), shelving, floor, sensed);
        moments.forEach(m -> this.moments.put(m.t(), m));
    }

    private TrueHands(
            Truth truth, TreeMap<Long, Truth.Moment> moments, Shelving shelving, Floor floor, Reaches sensed) {
        this.truth = truth;
        this.moments = moments;
        this.shelving = shelving;
        this.floor = floor;
        this.sensed = sensed;
    }

    @Override
    public void read(ItemReading reading) {
        sensed.read(reading);
    }

    @Override
    public List<HeldItem> held(Party party, long from, long to) {
        return sensed.held(party, from, to);
    }

    @Override
    public List<HeldThing> things(WeightChange change, boolean taken, List<WeightChange> others) {
        return sensed.things(change, taken, others);
    }

    @Override
    public List<Meeting> meetings(long from, long to) {
        return sensed.meetings(from, to);
    }

    @Override
    public void forget(long t) {
        sensed.forget(t);
    }

    @Override
    public TrueHands fork() {
        return new TrueHands(truth, moments, shelving, floor, sensed.fork());
    }

    @Override
    public List<Reach> reaches(WeightChange change) {
        List<Truth.Event> events = events(change);
        if (events.isEmpty()) {
            // No goods moved: a thing fell, or a plate is sick. Nothing is known better than what was seen.
            return sensed.reaches(change);
        }
        TreeMap<Integer, Reach> reaches = new TreeMap<>();
        for (Truth.Event event : one(events, change)) {
            Party party = party(event);
            if (party != null) {
                reaches.put(party.id(), new Reach(party, CERTAIN, event.t(), null));
            }
        }
        return List.copyOf(reaches.values());
    }

    /** The truth's events on the change's plates while it moved; where none was, the nearest one. */
    private List<Truth.Event> events(WeightChange change) {
        List<Truth.Event> during = new ArrayList<>();
        Truth.Event nearest = null;
        long best = NEAR_MILLIS;
        for (Truth.Event event : truth.events()) {
            boolean here = change.parts().stream().anyMatch(p -> p.plateId().equals(event.plateId()));
            if (!here) {
                continue;
            }
            long away = Math.max(0, Math.max(change.startedAt() - event.t(), event.t() - change.endedAt()));
            if (away == 0) {
                during.add(event);
            } else if (away < best) {
                best = away;
                nearest = event;
            }
        }
        return during.isEmpty() && nearest != null ? List.of(nearest) : during;
    }

    /** Of several events at once the one whose goods weigh what the change does; all of them when none does alone. */
    private List<Truth.Event> one(List<Truth.Event> events, WeightChange change) {
        double same = Math.max(SAME_GRAMS, SAME_SHARE * Math.abs(change.deltaGrams()));
        // A plate needs a moment to follow its goods.
        long middle = (change.movedFrom() + change.movedTo()) / 2 - 100;
        return events.stream()
                .filter(e -> Math.abs(TrueShelves.delta(e, shelving.catalog()) - change.deltaGrams()) <= same)
                .min(Comparator.comparingLong(e -> Math.abs(e.t() - middle)))
                .map(List::of)
                .orElse(events);
    }

    /** The floor's party for the one who did it: by token, or without a scan by where the actor stood. */
    private @Nullable Party party(Truth.Event event) {
        if (event.token() != null) {
            return floor.parties().stream()
                    .filter(p -> event.token().equals(p.token()))
                    .findFirst()
                    .orElse(null);
        }
        Point2 actor = place(event);
        Party nearest = null;
        double best = 1.0;
        for (Track track : floor.tracks()) {
            Party party = track.party();
            Point2 at = track.at(event.t());
            if (actor != null && party != null && party.token() == null && at != null && at.distance(actor) < best) {
                best = at.distance(actor);
                nearest = party;
            }
        }
        return nearest;
    }

    private @Nullable Point2 place(Truth.Event event) {
        var entry = moments.floorEntry(event.t());
        return entry == null
                ? null
                : entry.getValue().people().stream()
                        .filter(p -> p.person().equals(event.person()))
                        .map(p -> new Point2(p.x(), p.y()))
                        .findFirst()
                        .orElse(null);
    }
}
