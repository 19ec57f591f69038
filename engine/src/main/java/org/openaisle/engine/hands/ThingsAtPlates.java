package org.openaisle.engine.hands;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.model.Observation.ItemReading;

/** Follows things through item readings, and tells which of them came away from plates, or were brought there. */
final class ThingsAtPlates implements Serializable {
    private static final long serialVersionUID = 1;
    /** A thing is at the plates this long before and after their weight moves. */
    private static final long ABOUT_MILLIS = 400;
    /** A thing that was hidden by the shelf or its hand is first read so late, or last read so early. */
    private static final long HIDDEN_MILLIS = 1_000;
    /** Beyond this a followed thing is not at a plate; a new one may have been there, further by what a hand goes meanwhile. */
    private static final double AT_METRES = 0.2;

    private static final double NEW_METRES = 0.3;
    private static final double METRES_PER_MILLI = 0.0012;
    /** Of a thing that was there before, or stays, only what was read when the plate had come to rest says that it moved. */
    private static final long APART_MILLIS = 100;

    private final Shelving shelving;
    private final HandParameters parameters;
    private final ThingsInHands hands;
    private final List<FollowedThing> things = new ArrayList<>();

    ThingsAtPlates(Floor floor, Shelving shelving, HandParameters parameters) {
        this.shelving = shelving;
        this.parameters = parameters;
        this.hands = new ThingsInHands(floor, parameters);
    }

    /** Takes readings in event order. */
    void read(ItemReading reading) {
        FollowedThing best = null;
        double least = Double.POSITIVE_INFINITY;
        for (FollowedThing thing : things) {
            double misfit = thing.misfit(reading);
            if (misfit < least) {
                least = misfit;
                best = thing;
            }
        }
        if (best == null) {
            things.add(new FollowedThing(reading));
        } else {
            best.add(reading);
        }
    }

    /** Forgets what was last seen before {@code t}. */
    void forget(long t) {
        things.removeIf(thing -> thing.lastTime() < t);
    }

    /** Looks at the same things as another does, which alone is told of new readings. */
    void follow(ThingsAtPlates other) {
        things.addAll(other.things);
    }

    /** See {@link Reaches#things}. */
    List<HeldThing> at(WeightChange change, boolean taken, List<WeightChange> others) {
        List<HeldThing> found = new ArrayList<>();
        ReachVolume volume = volume(change);
        if (volume == null) {
            return found;
        }
        for (FollowedThing thing : things) {
            List<ItemReading> part = taken ? went(thing, change, volume) : came(thing, change, volume);
            for (WeightChange other : others) {
                part = part.isEmpty() ? part : cut(part, taken, change, other);
            }
            if (!part.isEmpty()) {
                found.addAll(hands.of(part));
            }
        }
        return found;
    }

    private @Nullable ReachVolume volume(WeightChange change) {
        PlateSite first = shelving.site(change.parts().getFirst().plateId());
        PlateSite last = shelving.site(change.parts().getLast().plateId());
        return first == null || last == null ? null : new ReachVolume(first, last, parameters);
    }

    /** What was read of a thing since it came away from the plates; nothing when it was not there. */
    private static List<ItemReading> went(FollowedThing thing, WeightChange change, ReachVolume volume) {
        long from = change.movedFrom() - ABOUT_MILLIS;
        ItemReading first = thing.readings.getFirst();
        if (thing.lastTime() < from || first.t() > change.movedTo() + HIDDEN_MILLIS) {
            return List.of();
        }
        boolean isNew = first.t() >= from && near(volume, first, first.t() - change.movedTo());
        if (!isNew && !isAt(thing, change, volume)) {
            return List.of();
        }
        long since = isNew ? first.t() : change.movedTo() - APART_MILLIS;
        return part(thing.readings, r -> r.t() >= since && r.t() <= change.movedTo() + Reaches.SHOWN_AFTER_MILLIS);
    }

    /** What was read of a thing until it was put down on the plates; nothing when it was not there. */
    private static List<ItemReading> came(FollowedThing thing, WeightChange change, ReachVolume volume) {
        long to = change.movedTo() + ABOUT_MILLIS;
        ItemReading last = thing.readings.getLast();
        if (thing.firstTime() > to || last.t() < change.movedFrom() - HIDDEN_MILLIS) {
            return List.of();
        }
        boolean isGone = last.t() <= to && near(volume, last, change.movedFrom() - last.t());
        if (!isGone && !isAt(thing, change, volume)) {
            return List.of();
        }
        long until = isGone ? last.t() : change.movedFrom() + APART_MILLIS;
        return part(thing.readings, r -> r.t() >= change.movedTo() - Reaches.SHOWN_BEFORE_MILLIS && r.t() <= until);
    }

    private static boolean near(ReachVolume volume, ItemReading reading, long awayMillis) {
        return volume.distance(reading.position()) < NEW_METRES + METRES_PER_MILLI * Math.max(0, awayMillis);
    }

    private static boolean isAt(FollowedThing thing, WeightChange change, ReachVolume volume) {
        return thing.readings.stream().anyMatch(r -> isAt(r, change, volume));
    }

    private static boolean isAt(ItemReading r, WeightChange change, ReachVolume volume) {
        return r.t() >= change.movedFrom() - ABOUT_MILLIS
                && r.t() <= change.movedTo() + ABOUT_MILLIS
                && volume.distance(r.position()) < AT_METRES;
    }

    /**
     * Nothing is followed through another plate's move: the hand may have put down one thing there and taken another, when it was
     * nearest to that plate.
     */
    private List<ItemReading> cut(List<ItemReading> part, boolean taken, WeightChange change, WeightChange other) {
        boolean between = taken ? other.movedFrom() > change.movedTo() : other.movedTo() < change.movedFrom();
        ReachVolume volume = between ? volume(other) : null;
        ItemReading there = volume == null ? null : nearest(part, other, volume);
        return there == null
                ? part
                : part(part, r -> taken ? r.t() < there.t() - APART_MILLIS : r.t() > there.t() + APART_MILLIS);
    }

    /** The reading that was nearest to the plates while they moved; null when none was at them. */
    private static @Nullable ItemReading nearest(List<ItemReading> part, WeightChange change, ReachVolume volume) {
        ItemReading nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (ItemReading r : part) {
            double distance = isAt(r, change, volume) ? volume.distance(r.position()) : least;
            if (distance < least) {
                least = distance;
                nearest = r;
            }
        }
        return nearest;
    }

    private static List<ItemReading> part(List<ItemReading> readings, Predicate<ItemReading> wanted) {
        return readings.stream().filter(wanted).toList();
    }
}
