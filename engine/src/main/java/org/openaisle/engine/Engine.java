package org.openaisle.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.openaisle.engine.attribution.Attribution;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.receipt.ReceiptDecision;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.engine.tracking.Track;
import org.openaisle.model.Catalog;
import org.openaisle.model.Decision;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;
import org.openaisle.model.Output.Positions;
import org.openaisle.model.Output.VisitDecided;
import org.openaisle.model.Point2;
import org.openaisle.model.Store;

/**
 * Turns one store's observations into receipts.
 *
 * <p>Observations come in any order that keeps ahead of the watermark; they take effect in event order once the watermark
 * has passed them, and time moves in ticks of event time between them. So what is said does not depend on arrival, batches
 * or machine. Not safe for use by several threads.
 */
public final class Engine implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long TICK_MILLIS = 100;
    private static final long POSITIONS_MILLIS = 200;
    private static final double LOST_METRES = 0.7;
    /** Things are followed from one change to the next: so long the last ones are kept in mind. */
    private static final long RECENT_MILLIS = 10_000;

    static final Comparator<WeightChange> BY_END =
            Comparator.comparingLong(WeightChange::endedAt).thenComparing(WeightChange::mainPlate);

    private final EngineParameters parameters;
    private final Shelving shelving;
    private final Floor floor;
    private final ShelfSensing shelves;
    private final Reaches hands;
    private final Attribution attribution;
    private final CameraWatch cameras = new CameraWatch();
    private final LiveCarts liveCarts = new LiveCarts();
    private final PriorityQueue<Observation> arrived = new PriorityQueue<>(64, new EventOrder());
    private final List<WeightChange> unexplained = new ArrayList<>();
    private final List<WeightChange> recent = new ArrayList<>();
    private final List<Party> leaving = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;
    private long nextTick = Long.MIN_VALUE;
    private long late;

    public Engine(Store store, Catalog catalog, EngineParameters parameters) {
        this(store, catalog, parameters, Parts.SENSED);
    }

    public Engine(Store store, Catalog catalog, EngineParameters parameters, Parts parts) {
        this.parameters = parameters;
        this.shelving = new Shelving(store, catalog);
        this.floor = parts.floor(store, parameters);
        this.shelves = parts.shelves(shelving, parameters);
        this.hands = parts.hands(floor, shelving, parameters);
        this.attribution = new Attribution(shelving, floor, shelves, hands, parameters.attribution());
    }

    /** Takes one observation; what is behind the watermark is late, counted and left out. */
    public List<Output> observe(Observation observation) {
        if (observation.ownTime() < watermark) {
            late++;
        } else {
            arrived.add(observation);
        }
        return List.of();
    }

    /** Says that everything before {@code time} has arrived; a time behind an earlier one changes nothing. */
    public List<Output> advanceTo(long time) {
        List<Output> outputs = new ArrayList<>();
        watermark = Math.max(watermark, time);
        while (!arrived.isEmpty() && arrived.peek().ownTime() < watermark) {
            Observation next = arrived.remove();
            tickUntil(next.ownTime(), outputs);
            apply(next);
        }
        tickUntil(watermark, outputs);
        return outputs;
    }

    /** Observations that came behind the watermark. */
    public long lateObservations() {
        return late;
    }

    private void apply(Observation observation) {
        switch (observation) {
            case Observation.WeightSamples samples -> shelves.weigh(samples);
            case Observation.CameraFrame frame -> {
                cameras.see(frame);
                floor.see(frame);
            }
            case Observation.ItemReading reading -> hands.read(reading);
            case Observation.GateScan scan -> floor.scan(scan);
            case Observation.GateCrossing crossing -> floor.cross(crossing);
            case Observation.StaffNotice notice -> attribution.staff(notice.token());
            case Observation.PlanogramChange change -> {
                shelving.change(change);
                attribution.planogramChanged(change.plateId());
            }
            case Observation.CatalogChange change -> shelving.change(change);
            case Observation.KioskVisit visit -> floor.identify(visit);
        }
    }

    /** Runs every tick up to {@code t}: all observations before a tick have been applied, and none after it. */
    private void tickUntil(long t, List<Output> outputs) {
        if (nextTick == Long.MIN_VALUE) {
            nextTick = Math.floorDiv(t, TICK_MILLIS) * TICK_MILLIS + TICK_MILLIS;
        }
        while (nextTick <= t) {
            tick(nextTick, outputs);
            nextTick += TICK_MILLIS;
        }
    }

    private void tick(long t, List<Output> outputs) {
        floor.advance(t);
        List<WeightChange> fresh = shelves.advance(t);
        unexplained.addAll(fresh);
        recent.addAll(fresh);
        explainUntil(t - parameters.patienceMillis(), t, outputs);
        leaving.addAll(floor.departed());
        leaving.removeIf(party -> decideIfReady(party, t, outputs));
        sayCarts(t, outputs);
        if (Math.floorMod(t, POSITIONS_MILLIS) == 0) {
            outputs.add(positions(t));
        }
        if (Math.floorMod(t, 1000) == 0) {
            for (Party party : attribution.findUnfelt(t)) {
                liveCarts.doubt(party, t);
            }
            sayCarts(t, outputs);
            hands.forget(t - Track.MEMORY_MILLIS);
            cameras.advance(t);
            outputs.addAll(shelves.health());
            outputs.addAll(cameras.changes());
        }
    }

    private void sayCarts(long t, List<Output> outputs) {
        outputs.addAll(liveCarts.update(t, attribution, unexplained, shelves.settling(t)));
    }

    /** Explains the changes that ended by {@code end}, in the order of their ends. */
    private void explainUntil(long end, long now, List<Output> outputs) {
        unexplained.sort(BY_END);
        if (!unexplained.isEmpty() && unexplained.getFirst().endedAt() <= end) {
            recent.removeIf(change -> change.endedAt() < now - RECENT_MILLIS);
            List<WeightChange> known = new ArrayList<>(recent);
            known.addAll(shelves.settling(now));
            known.addAll(shelves.restless(now));
            attribution.know(known);
        }
        while (!unexplained.isEmpty() && unexplained.getFirst().endedAt() <= end) {
            WeightChange change = unexplained.removeFirst();
            liveCarts.explained(change, attribution.explain(change));
            outputs.addAll(attribution.stockChanges(now));
        }
    }

    private boolean decideIfReady(Party party, long t, List<Output> outputs) {
        if (attribution.isStaff(party)) {
            attribution.forget(party);
            liveCarts.forget(party);
            return true;
        }
        long exit = party.exitedAt();
        boolean open = shelves.openSince() < exit;
        if (t < exit + parameters.receipt().waitMillis()
                || open && t < exit + parameters.receipt().latestMillis()) {
            return false;
        }
        explainUntil(exit + parameters.receipt().latestMillis(), t, outputs);
        sayCarts(t, outputs);
        ReceiptDecision receipt = ReceiptDecision.of(
                attribution.cart(party), attribution.unnoticed(party), shelving::worth, parameters.receipt());
        Decision decision = new Decision(
                party.token(), party.enteredAt(), exit, t, receipt.lines(), receipt.confidence(), receipt.review());
        outputs.add(new VisitDecided(decision, attribution.evidence(party)));
        attribution.forget(party);
        liveCarts.forget(party);
        return true;
    }

    private Positions positions(long t) {
        List<Positions.Person> people = new ArrayList<>();
        for (Track track : floor.tracks()) {
            // Of somebody whom no camera has seen for a while, a guess would be no place.
            Point2 at = track.leftAt() > t && track.spreadMetres(t) < LOST_METRES ? track.at(t) : null;
            if (at != null) {
                Party party = track.party();
                people.add(new Positions.Person(
                        Integer.toString(track.id()), at.x(), at.y(), party == null ? null : party.token()));
            }
        }
        return new Positions(t, people);
    }

    /** Everything it knows, arrived observations included. */
    public Snapshot snapshot() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException e) {
            throw new UncheckedIOException("an engine part cannot be written into a snapshot", e);
        }
        return new Snapshot(bytes.toByteArray());
    }

    /**
     * Goes on where a snapshot was taken.
     *
     * @throws IllegalArgumentException when the bytes are no snapshot of this version
     */
    public static Engine resume(Snapshot snapshot) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(snapshot.bytes()))) {
            // Snapshots lie in files: nothing but the engine's own classes and the JDK's collections may come out of
            // them.
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(
                    "maxarray=4000000;org.openaisle.**;java.lang.*;java.util.*;java.util.concurrent.*;!*"));
            return (Engine) in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // Damaged bytes make the JDK's reader throw whatever it runs into.
            throw new IllegalArgumentException(
                    "not a snapshot of this version of the engine. Maybe it was written by another?", e);
        }
    }
}
