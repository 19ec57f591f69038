package org.openaisle.evaluation.budget;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.engine.tracking.WristSighting;
import org.openaisle.model.Point2;

/** A person of the truth, as tracking would tell it if it made no mistakes. */
final class TrueTrack implements Track {
    private static final long serialVersionUID = 1;
    private static final double SPREAD_METRES = 0.03;
    private static final double HEIGHT_METRES = 1.70;

    private final int id;
    private final Party party;
    private final TreeMap<Long, Point2> places;
    private final long enteredAt;
    private final long leftAt;
    private final TrueFloor floor;

    TrueTrack(int id, Party party, TreeMap<Long, Point2> places, long enteredAt, long leftAt, TrueFloor floor) {
        this.id = id;
        this.party = party;
        this.places = new TreeMap<>(places);
        this.enteredAt = enteredAt;
        this.leftAt = leftAt;
        this.floor = floor;
    }

    boolean insideAt(long t) {
        return enteredAt <= t && t < leftAt;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Party party() {
        return party;
    }

    @Override
    public long enteredAt() {
        return enteredAt;
    }

    @Override
    public long leftAt() {
        return leftAt;
    }

    @Override
    public double heightMetres() {
        return HEIGHT_METRES;
    }

    @Override
    public @Nullable Point2 at(long t) {
        if (!insideAt(t)) {
            return null;
        }
        Map.Entry<Long, Point2> before = places.floorEntry(t);
        Map.Entry<Long, Point2> after = places.ceilingEntry(t);
        if (before == null || after == null) {
            Map.Entry<Long, Point2> only = before == null ? after : before;
            return only == null ? null : only.getValue();
        }
        long gap = after.getKey() - before.getKey();
        double share = gap == 0 ? 0 : (double) (t - before.getKey()) / gap;
        return before.getValue().times(1 - share).plus(after.getValue().times(share));
    }

    @Override
    public double spreadMetres(long t) {
        return SPREAD_METRES;
    }

    @Override
    public List<WristSighting> wrists(long from, long to) {
        Track seen = floor.seenAs(this, (from + to) / 2);
        return seen == null ? List.of() : seen.wrists(from, to);
    }
}
