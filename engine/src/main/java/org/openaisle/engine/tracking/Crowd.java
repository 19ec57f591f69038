package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who is followed: begins tracks, ends them, and finds out which two are one person. */
final class Crowd implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int TWIN_FRAMES = 6;
    private static final int TWIN_RATIO = 5;
    private static final double SHARPER = 0.8;
    /** Followed for so long in the middle of the floor, somebody is somebody; who else is believed to be near and looks so, but is seldom seen, is them. */
    private static final long ASTRAY_MILLIS = 1500;

    private static final double MISTAKEN_METRES = 3;
    private static final double MISTAKEN_SUPPORT = 0.25;
    private static final double MISTAKEN_EVIDENCE = 3;

    private final TrackingParameters parameters;
    private final List<CameraView> cameras;
    private final AppearanceScale scale;
    private final Area floor;
    private final List<GateLine> gates;
    private final PartyBook book;
    /** Whom detections can belong to, by id. */
    final List<Person> people = new ArrayList<>();
    /** Who left or was merged, but is still remembered, by id. */
    final List<Person> gone = new ArrayList<>();

    private int nextId = 1;

    Crowd(
            TrackingParameters parameters,
            List<CameraView> cameras,
            AppearanceScale scale,
            Area floor,
            List<GateLine> gates,
            PartyBook book) {
        this.parameters = parameters;
        this.cameras = cameras;
        this.scale = scale;
        this.floor = floor;
        this.gates = gates;
        this.book = book;
    }

    void begin(Sighting s, int camera, long t) {
        Person person = new Person(nextId++, cameras, parameters, new BodyState(parameters, s, t));
        person.seen(t, camera, s, true);
        people.add(person);
    }

    Person beginUnseen(double x, double y, long t) {
        Person person = new Person(nextId++, cameras, parameters, new BodyState(parameters, x, y, 1, t));
        person.seenAt = t - parameters.lostMillis() - 1;
        people.add(person);
        return person;
    }

    /** What time alone brings about. */
    void tend(long t, boolean beamed) {
        confirm(t);
        mergeTwins(t, beamed);
        find(t, beamed);
        for (int i = people.size() - 1; i >= 0; i--) {
            Person p = people.get(i);
            long patience = switch (p.status) {
                case TENTATIVE -> parameters.tentativeMillis();
                case OUTSIDE, LEFT -> parameters.outsideMillis();
                case INSIDE -> Long.MAX_VALUE;
            };
            if (p.unseen(t) > patience) {
                people.remove(i);
                if (p.status == Person.Status.LEFT) {
                    gone.add(p);
                }
            }
        }
        gone.removeIf(p -> t - p.leftAt() > Track.MEMORY_MILLIS);
    }

    private void confirm(long t) {
        for (Person p : people) {
            if (p.status == Person.Status.TENTATIVE
                    && p.hits >= parameters.confirmHits()
                    && t - p.bornAt >= parameters.confirmMillis()) {
                p.status = Person.Status.OUTSIDE;
            }
        }
    }

    /** Two tracks at one place that are never seen side by side are one person. */
    private void mergeTwins(long t, boolean beamed) {
        for (int i = people.size() - 1; i >= 0; i--) {
            Person young = people.get(i);
            boolean known = young.status == Person.Status.LEFT || young.status == Person.Status.INSIDE && beamed;
            if (!known && young.instead >= TWIN_FRAMES && young.instead > TWIN_RATIO * young.besides) {
                people.remove(i);
                Person elder = byId(young.twin);
                if (elder != null && young.body.spread() < SHARPER * elder.body.spread()) {
                    // A far camera began the elder, near ones know better where it is.
                    elder.continueAs(young);
                }
                if (young.party() != null) {
                    book.vanished(young.party());
                }
            }
        }
    }

    private @Nullable Person byId(int id) {
        for (Person p : people) {
            if (p.id() == id) {
                return p;
            }
        }
        return null;
    }

    /** Counts, after a frame in which {@code person} was seen, whether its nearest neighbour was seen as well. */
    void compare(Person person, long frame, long t) {
        Person other = neighbour(person, t);
        if (other == null) {
            person.twin = 0;
            person.besides = 0;
            person.instead = 0;
            return;
        }
        Person young = younger(person, other);
        Person elder = young == person ? other : person;
        if (young.twin != elder.id()) {
            young.twin = elder.id();
            young.besides = 0;
            young.instead = 0;
        }
        if (other.seenFrame == frame) {
            young.besides++;
        } else {
            young.instead++;
        }
    }

    private static Person younger(Person a, Person b) {
        if ((a.status == Person.Status.INSIDE) != (b.status == Person.Status.INSIDE)) {
            return a.status == Person.Status.INSIDE ? b : a;
        }
        return a.id() > b.id() ? a : b;
    }

    private @Nullable Person neighbour(Person person, long t) {
        Person found = null;
        double nearest = parameters.twinDistance() * parameters.twinDistance();
        for (Person p : people) {
            if (p == person || p.unseen(t) > parameters.lostMillis()) {
                continue;
            }
            double dx = p.body.x() - person.body.x();
            double dy = p.body.y() - person.body.y();
            double square = dx * dx + dy * dy;
            if (square < nearest) {
                nearest = square;
                found = p;
            }
        }
        return found;
    }

    /** In a closed world somebody new in the middle of the floor is somebody who was lost. */
    private void find(long t, boolean beamed) {
        for (int i = people.size() - 1; i >= 0; i--) {
            Person p = people.get(i);
            if (p.status != Person.Status.OUTSIDE || p.unseen(t) > 300) {
                continue;
            }
            // Without beams everybody on the floor is taken for inside soon, and was that before.
            if (beamed) {
                if (!astray(p)) {
                    p.strayingSince = -1;
                    continue;
                }
                if (p.strayingSince < 0) {
                    p.strayingSince = t;
                }
            }
            Person lost = lost(p, t);
            if (lost == null && beamed && t - p.strayingSince > ASTRAY_MILLIS) {
                lost = mistaken(p, t);
            }
            if (lost != null) {
                lost.continueAs(p);
                people.remove(i);
            }
        }
    }

    /**
     * Somebody near who looks like the one found and is hardly seen where they are believed to be: fragments of others keep
     * such a track from being lost.
     */
    private @Nullable Person mistaken(Person found, long t) {
        Person best = null;
        double most = MISTAKEN_EVIDENCE;
        for (Person p : people) {
            double dx = p.body.x() - found.body.x();
            double dy = p.body.y() - found.body.y();
            if (p.status != Person.Status.INSIDE
                    || dx * dx + dy * dy > MISTAKEN_METRES * MISTAKEN_METRES
                    || p.support(t) > MISTAKEN_SUPPORT * found.support(t)) {
                continue;
            }
            double likeness = scale.evidence(p.appearance, found.appearance);
            if (likeness > most) {
                most = likeness;
                best = p;
            }
        }
        return best;
    }

    private boolean astray(Person p) {
        double depth = floor.depth(p.body.x(), p.body.y());
        if (depth < 0.3) {
            return false;
        }
        for (GateLine gate : gates) {
            if (gate.distance(p.body.x(), p.body.y()) < 0.4) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Person lost(Person found, long t) {
        Person best = null;
        double bestScore = 0;
        for (Person p : people) {
            if (p.status != Person.Status.INSIDE
                    || p.unseen(t) < parameters.lostMillis()
                    || p.seenAt > found.bornAt + 500) {
                continue;
            }
            double gap = Math.max(0, found.bornAt - p.seenAt) / 1000.0;
            double[] from = new double[3];
            p.place(p.seenAt, from);
            double[] to = new double[3];
            found.place(found.bornAt, to);
            double dx = to[0] - from[0];
            double dy = to[1] - from[1];
            double reach = 1 + parameters.walkingSpeed() * gap;
            double away = Math.sqrt(dx * dx + dy * dy) / reach;
            if (away > 1.5) {
                continue;
            }
            double dh = p.body.stature() - found.body.stature();
            double spread = p.body.statureSpread() + found.body.statureSpread() + 0.05;
            double score = 4
                    - 2 * away * away
                    - 0.5 * dh * dh / (spread * spread)
                    + scale.evidence(p.appearance, found.appearance);
            if (score > bestScore) {
                bestScore = score;
                best = p;
            }
        }
        return best;
    }
}
