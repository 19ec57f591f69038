package org.openaisle.engine.tracking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** Somebody whom the cameras follow, inside the gates or before them. */
final class Person implements Track {
    private static final long serialVersionUID = 1;
    /** How quickly an unseen person's place becomes uncertain, metres a second: half a walk. */
    private static final double STRAYING = 0.6;

    private static final double SUPPORT_MILLIS = 2000;

    /** How far somebody has come. */
    enum Status {
        /** A few detections that may be nobody. */
        TENTATIVE,
        /** Somebody who has not come in. */
        OUTSIDE,
        INSIDE,
        LEFT
    }

    private final int id;
    private final List<CameraView> cameras;
    private final TrackingParameters parameters;
    final long bornAt;
    BodyState body;
    final Appearance appearance = new Appearance();
    private final PlaceHistory places = new PlaceHistory();
    private final WristHistory wrists = new WristHistory();
    Status status = Status.TENTATIVE;
    private @Nullable Party party;
    private long enteredAt = Long.MAX_VALUE;
    private long leftAt = Long.MAX_VALUE;
    long seenAt;
    /** When the present, uninterrupted stretch of being seen began. */
    long followedSince;

    int hits;
    private double support;
    /** The last frame it was seen in. */
    long seenFrame;
    /** The elder who is so near that the two may be one person; 0 for nobody. */
    int twin;
    /** Frames in which the twin and this one were seen as two people. */
    int besides;
    /** Frames in which only one of the two was. */
    int instead;
    /** Since when it is where nobody can be who has not come in; -1 when it is not. */
    long strayingSince = -1;

    Person(int id, List<CameraView> cameras, TrackingParameters parameters, BodyState body) {
        this.id = id;
        this.cameras = cameras;
        this.parameters = parameters;
        this.body = body;
        bornAt = body.t;
        seenAt = body.t;
        followedSince = body.t;
    }

    void seen(long t, int camera, Sighting sighting, boolean clear) {
        if (t - seenAt > parameters.lostMillis()) {
            followedSince = t;
        }
        support = 1 + support(t);
        seenAt = t;
        hits++;
        remember(t);
        wrists.add(t, camera, sighting.detection);
        if (clear) {
            appearance.learn(sighting.looks, 1);
        }
    }

    void remember(long t) {
        if (places.size() == 0 || t - places.lastTime() >= parameters.historyMillis()) {
            places.add(t, body);
        }
    }

    void enter(Party party, long t) {
        this.party = party;
        status = Status.INSIDE;
        enteredAt = t;
        leftAt = Long.MAX_VALUE;
    }

    void leave(long t) {
        status = Status.LEFT;
        leftAt = t;
    }

    /** Stepped out and in again. */
    void comeBack() {
        status = Status.INSIDE;
        leftAt = Long.MAX_VALUE;
    }

    /** Gives the identity (the party) to another one, from now on. */
    void belongTo(@Nullable Party other) {
        party = other;
    }

    /** Goes on as {@code other}, who is found to be the same person. */
    void continueAs(Person other) {
        places.cut(other.bornAt);
        wrists.cut(other.bornAt);
        places.append(other.places);
        wrists.append(other.wrists);
        body = other.body;
        appearance.join(other.appearance);
        seenAt = other.seenAt;
        followedSince = other.followedSince;
        hits += other.hits;
        support = other.support;
        strayingSince = -1;
    }

    /** How often it was seen in the last second or two. */
    double support(long t) {
        return support * Math.max(0, 1 - (t - seenAt) / SUPPORT_MILLIS);
    }

    long unseen(long t) {
        return t - seenAt;
    }

    /** The x, y and spread at {@code t}, also before and beyond what is remembered, into {@code out}. */
    void place(long t, double[] out) {
        if (places.at(t, out)) {
            return;
        }
        double dt = (t - body.t) / 1000.0;
        double ahead = dt / (1 + Math.abs(dt) / parameters.pace());
        out[0] = body.x() + ahead * body.mean[2];
        out[1] = body.y() + ahead * body.mean[3];
        out[2] = Math.min(parameters.widestSpread(), body.spread() + STRAYING * Math.abs(dt));
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public @Nullable Party party() {
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
        return body.stature();
    }

    @Override
    public @Nullable Point2 at(long t) {
        if (t < places.firstTime() && t < bornAt || t - parameters.outsideMillis() > leftAt) {
            return null;
        }
        double[] out = new double[3];
        place(t, out);
        return new Point2(out[0], out[1]);
    }

    @Override
    public double spreadMetres(long t) {
        double[] out = new double[3];
        place(t, out);
        return out[2];
    }

    @Override
    public List<WristSighting> wrists(long from, long to) {
        return from > to ? new ArrayList<>() : wrists.between(from, to, cameras, parameters.pixelNoise());
    }

    @Override
    public String toString() {
        return "track " + id + " " + status;
    }
}
