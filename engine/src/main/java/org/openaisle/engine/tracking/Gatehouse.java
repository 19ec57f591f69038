package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gate;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;

/**
 * Who comes in on which token, and who goes: joins scans, the beams' crossings, and tracks.
 *
 * <p>A crossing is not given to a track at once but when later places tell who passed the line, at the latest after
 * {@link TrackingParameters#crossingMillis}; its time stays the beam's.
 */
final class Gatehouse implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double NOBODY = 9;
    private static final double CLEAR = 4;
    private static final double IMPOSSIBLE = 1e6;
    /** Who has scanned goes before who scans later, if no longer ago than this. */
    private static final long QUEUE_MILLIS = 5000;
    /** So much later somebody who went through has gone on. */
    private static final long AFTER_MILLIS = 700;
    /** How long a crossing that nobody explains is remembered, and how near it somebody must have been lost. */
    private static final long UNEXPLAINED_MILLIS = 30_000;

    private static final long LOST_MILLIS = 4000;
    private static final double LOST_NEAR = 1.2;
    /** Who steps back in over an exit does so soon. */
    private static final long BACK_MILLIS = 1500;

    private final TrackingParameters parameters;
    private final List<GateLine> gates;
    private final List<OpenScan> scans = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Pending> unexplained = new ArrayList<>();
    private final PartyBook book;
    private boolean beamed;
    /** How far apart in time the members of a party come in. */
    private double followMillis = 2500;

    /** An accepted code that still expects people. */
    private static final class OpenScan implements Serializable {
        private static final long serialVersionUID = 1;
        final GateScan scan;
        int expected;
        long last;

        @Nullable
        Party party;

        OpenScan(GateScan scan) {
            this.scan = scan;
            expected = scan.partySize();
            last = scan.t();
        }
    }

    /** A crossing whose person is not known yet. */
    private static final class Pending implements Serializable {
        private static final long serialVersionUID = 1;
        final long t;
        final GateLine gate;
        /** For a gate that only lets in: the party, known at once. */
        final @Nullable Party party;

        Pending(long t, GateLine gate, @Nullable Party party) {
            this.t = t;
            this.gate = gate;
            this.party = party;
        }
    }

    Gatehouse(TrackingParameters parameters, List<GateLine> gates, PartyBook book) {
        this.parameters = parameters;
        this.gates = gates;
        this.book = book;
    }

    /** Whether this store's gates have beams, as far as is known. */
    boolean beamed() {
        return beamed;
    }

    boolean waiting() {
        return !pending.isEmpty();
    }

    void scan(GateScan scan) {
        scans.add(new OpenScan(scan));
    }

    void cross(GateCrossing crossing) {
        beamed = true;
        for (GateLine gate : gates) {
            if (gate.gate.gateId().equals(crossing.gateId())) {
                boolean in = gate.gate.kind() == Gate.Kind.ENTRY;
                pending.add(new Pending(crossing.t(), gate, in ? admit(crossing.gateId(), crossing.t()) : null));
                return;
            }
        }
    }

    /**
     * The party of whoever comes in over a gate at {@code t}, or a new one without a token.
     *
     * <p>Who has just scanned comes in first. After that a party's own members follow at a distance that is learned; somebody
     * who comes much sooner after another one has been waiting at the gate, and belongs to the party that has waited longest.
     */
    Party admit(String gateId, long t) {
        scans.removeIf(s -> t - s.last > parameters.scanMillis());
        OpenScan scanner = null;
        OpenScan oldest = null;
        OpenScan latest = null;
        long previous = Long.MIN_VALUE / 2;
        for (OpenScan s : scans) {
            if (!s.scan.gateId().equals(gateId) || s.scan.t() > t) {
                continue;
            }
            if (s.party != null) {
                previous = Math.max(previous, s.last);
            }
            if (s.expected > 0 && s.party == null && (scanner == null || t - scanner.scan.t() > QUEUE_MILLIS)) {
                scanner = s;
            } else if (s.expected > 0 && s.party != null) {
                oldest = oldest == null ? s : oldest;
                latest = s;
            }
        }
        OpenScan s = scanner != null ? scanner : t - previous < followMillis / 2 ? oldest : latest;
        if (s == null) {
            Party party = book.open(null, 1, t);
            party.memberEntered();
            return party;
        }
        if (s != scanner && oldest == latest) {
            followMillis += 0.2 * (Math.min(t - s.last, parameters.scanMillis()) - followMillis);
        }
        s.expected--;
        s.last = t;
        Party party = s.party;
        if (party == null) {
            party = book.open(s.scan.token(), s.scan.partySize(), t);
            s.party = party;
        }
        party.memberEntered();
        return party;
    }

    /** Whether more people may still come in for the party. */
    boolean expects(Party party, long t) {
        for (OpenScan s : scans) {
            if (s.party == party && s.expected > 0 && t - s.last <= parameters.scanMillis()) {
                return true;
            }
        }
        for (Pending p : pending) {
            if (p.party == party) {
                return true;
            }
        }
        return false;
    }

    /** Gives waiting crossings to people, as far as that can be told at {@code t}; returns those whom nobody saw come in. */
    List<Unseen> resolve(long t, List<Person> people) {
        List<Unseen> unseen = new ArrayList<>();
        while (!pending.isEmpty()) {
            int rows = pending.size();
            int columns = people.size() + rows;
            double[] cost = new double[rows * columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    cost[r * columns + c] = c < people.size() ? cost(pending.get(r), people.get(c), t) : NOBODY;
                }
            }
            int[] chosen = Assignment.solve(cost, rows, columns);
            boolean settled = false;
            Iterator<Pending> each = pending.iterator();
            for (int r = 0; each.hasNext(); r++) {
                Pending p = each.next();
                Person who = chosen[r] < people.size() ? people.get(chosen[r]) : null;
                double second = NOBODY;
                for (int c = 0; c < people.size(); c++) {
                    if (c != chosen[r]) {
                        second = Math.min(second, cost[r * columns + c]);
                    }
                }
                boolean late = t - p.t >= parameters.crossingMillis();
                boolean clear = who != null && second - cost[r * columns + chosen[r]] > CLEAR && passed(p, who, t);
                if (!late && !clear) {
                    continue;
                }
                each.remove();
                settled = true;
                if (who == null) {
                    unexplained(p, unseen);
                } else if (who.status == Person.Status.INSIDE) {
                    who.leave(p.t);
                    book.left(who, p.t);
                } else if (who.status == Person.Status.LEFT) {
                    who.comeBack();
                    book.returned(who);
                } else {
                    who.enter(p.party != null ? p.party : admit(p.gate.gate.gateId(), p.t), p.t);
                }
                break;
            }
            if (!settled) {
                break;
            }
        }
        return unseen;
    }

    /** A member who came in while no camera looked. */
    record Unseen(Party party, GateLine gate, long t) {}

    private void unexplained(Pending p, List<Unseen> unseen) {
        if (p.party != null) {
            unseen.add(new Unseen(p.party, p.gate, p.t));
        } else {
            unexplained.add(p);
        }
    }

    /** Who was lost close to an exit, just when somebody crossed it whom nobody saw, has left. */
    void recall(long t, List<Person> people) {
        unexplained.removeIf(p -> t - p.t > UNEXPLAINED_MILLIS);
        for (Iterator<Pending> each = unexplained.iterator(); each.hasNext(); ) {
            Pending p = each.next();
            Person best = null;
            double nearest = LOST_NEAR;
            for (Person who : people) {
                if (who.status == Person.Status.INSIDE
                        && who.enteredAt() < p.t
                        && who.unseen(t) > LOST_MILLIS
                        && Math.abs(who.seenAt - p.t) < LOST_MILLIS
                        && p.gate.gate.kind().letsOut()) {
                    double[] place = new double[3];
                    who.place(who.seenAt, place);
                    double distance = p.gate.distance(place[0], place[1]);
                    if (distance < nearest) {
                        nearest = distance;
                        best = who;
                    }
                }
            }
            if (best != null) {
                each.remove();
                best.leave(p.t);
                book.left(best, p.t);
            }
        }
    }

    private boolean passed(Pending p, Person who, long t) {
        double depth = p.gate.depth(who.body.x(), who.body.y());
        double beyond = who.status == Person.Status.INSIDE ? -depth : depth;
        return t - p.t >= 200 && beyond > 0.15;
    }

    /** The negative logarithm of how likely it was this person who broke the beam, up to a constant. */
    private double cost(Pending p, Person who, long t) {
        boolean out = who.status == Person.Status.INSIDE;
        boolean back = who.status == Person.Status.LEFT;
        if (back) {
            if (who.leftAt() >= p.t
                    || p.t - who.leftAt() > BACK_MILLIS
                    || !p.gate.gate.kind().letsOut()
                    || !book.isOpen(who.party())) {
                return IMPOSSIBLE;
            }
        } else if (out ? !p.gate.gate.kind().letsOut() : !p.gate.gate.kind().letsIn()) {
            return IMPOSSIBLE;
        }
        if (out && who.enteredAt() >= p.t || who.bornAt > p.t + 1000) {
            return IMPOSSIBLE;
        }
        double[] place = new double[3];
        who.place(p.t, place);
        double depth = p.gate.depth(place[0], place[1]);
        double aside = p.gate.aside(place[0], place[1]);
        double own = parameters.crossingSpread();
        double variance = own * own + place[2] * place[2];
        double cost = 0.5 * (depth * depth + aside * aside) / variance + StrictMath.log(variance / (own * own));
        // Where it is a little later tells the direction: one who still stands there has only broken the beam.
        long later = Math.min(t, p.t + AFTER_MILLIS);
        if (later - p.t >= 200 && who.seenAt >= later - 300) {
            who.place(later, place);
            double then = p.gate.depth(place[0], place[1]);
            double onwards = out ? depth - then : then - depth;
            double beyond = out ? -then : then;
            if (onwards < 0.05) {
                cost += 3;
            }
            if (later - p.t >= AFTER_MILLIS - 200 && beyond < 0.1) {
                cost += 8;
            }
        }
        if (who.status == Person.Status.TENTATIVE || back) {
            cost += 2;
        }
        return cost;
    }
}
