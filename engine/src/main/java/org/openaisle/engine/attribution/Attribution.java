package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.PlateSite;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Floor;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Evidence;
import org.openaisle.model.Output.StockChanged;

/** Who took what: gives every weight change, and what readings show of goods changing hands, to the {@link Belief}. */
public final class Attribution implements Serializable {
    private static final long serialVersionUID = 1;
    /** Less probable than this is not worth an explanation. */
    static final double POSSIBLE = 1e-4;
    /** Movements within one disturbance are taken to be one party's until hands say so much more for several. */
    private static final double APART = 0.1;

    final Shelving shelving;
    final ShelfSensing shelves;
    final Reaches hands;
    final AttributionParameters parameters;
    final Goods goods;
    final Belief belief;
    final Closeness closeness;
    private final Floor floor;
    private final MetHands metHands;
    private final UnexpectedGoods unexpected;
    final UnfeltReaches unfelt;
    private final Stock stock;
    private final Map<String, Integer> plateNumbers = new TreeMap<>();
    private final SortedMap<Integer, List<Incident>> incidentsOf = new TreeMap<>();
    private final Set<String> staff = new TreeSet<>();
    private final Set<Integer> decided = new TreeSet<>();
    private List<WeightChange> known = List.of();

    public Attribution(
            Shelving shelving, Floor floor, ShelfSensing shelves, Reaches hands, AttributionParameters parameters) {
        this.shelving = shelving;
        this.shelves = shelves;
        this.floor = floor;
        this.hands = hands;
        this.parameters = parameters;
        this.goods = new Goods(shelving);
        this.belief = new Belief(goods, parameters);
        this.stock = new Stock(shelving);
        this.closeness = new Closeness(floor);
        this.metHands = new MetHands(this);
        this.unexpected = new UnexpectedGoods(this);
        this.unfelt = new UnfeltReaches(this);
        for (PlateSite site : shelving.sites()) {
            plateNumbers.put(site.plate().plateId(), plateNumbers.size());
        }
    }

    /** A fork, to be thrown away: belief and goods are its own, the rest is the original's and only read. */
    private Attribution(Attribution original) {
        this.shelving = original.shelving;
        this.shelves = original.shelves;
        this.hands = original.hands.fork();
        this.parameters = original.parameters;
        this.goods = original.goods.fork();
        this.belief = original.belief.fork(goods);
        this.stock = original.stock;
        this.closeness = original.closeness;
        this.metHands = original.metHands;
        this.unexpected = original.unexpected;
        this.unfelt = original.unfelt;
        this.floor = original.floor;
        this.plateNumbers.putAll(original.plateNumbers);
        this.staff.addAll(original.staff);
        this.decided.addAll(original.decided);
        this.known = original.known;
    }

    /** From now on, what this visit moves is restocking or tidying; what it seemed to hold is forgotten. */
    public void staff(String token) {
        staff.add(token);
        for (Party party : floor.parties()) {
            if (token.equals(party.token())) {
                drop(party);
            }
        }
    }

    public boolean isStaff(Party party) {
        return party.token() != null && staff.contains(party.token());
    }

    /** What is known to have moved lately, or to be moving, explained or not; to be told before anything is explained. */
    public void know(List<WeightChange> changes) {
        known = List.copyOf(changes);
    }

    /** See {@link #know}. */
    List<WeightChange> known() {
        return known;
    }

    /** The parties whose receipts are still open. */
    List<Party> present() {
        return floor.parties().stream().filter(p -> !decided.contains(p.id())).toList();
    }

    /** Takes a change into the belief; returns the parties whose carts it may have touched. */
    public List<Party> explain(WeightChange change) {
        SortedMap<Integer, Party> touched = new TreeMap<>();
        if (change.isTouch()) {
            return explainTouch(change);
        }
        for (WeightChange movement : movements(change)) {
            Incident incident = incident(movement);
            take(incident).forEach(party -> touched.put(party.id(), party));
            stock.moved(movement, incident.likeliest(), goods);
        }
        // What the plate says now is all that it misses.
        change.parts().forEach(part -> forgiveDebt(part.plateId()));
        return List.copyOf(touched.values());
    }

    /** A touch is nobody's business unless somebody may have put one thing in place of another. */
    private List<Party> explainTouch(WeightChange change) {
        ChangeScene scene = new ChangeScene(change, this);
        if (!Exchanges.possible(change, scene, parameters)) {
            return List.of();
        }
        Incident incident = incident(change);
        if (incident.explanations.size() == 1) {
            return List.of();
        }
        List<Party> touched = take(incident);
        stock.moved(change, incident.likeliest(), goods);
        return touched;
    }

    /** Carts as they would be, were the changes that still wait explained now, in this order; nothing of it stays. */
    public ProvisionalCarts provisionalCarts(List<WeightChange> waiting) {
        if (waiting.isEmpty()) {
            return new ProvisionalCarts(belief, Map.of());
        }
        Attribution fork = new Attribution(this);
        Map<Party, List<WeightChange>> touched = new LinkedHashMap<>();
        for (WeightChange change : waiting) {
            for (WeightChange movement : fork.movements(change)) {
                for (Party party : fork.take(fork.incident(movement))) {
                    List<WeightChange> changes = touched.computeIfAbsent(party, p -> new ArrayList<>());
                    if (!changes.contains(change)) {
                        changes.add(change);
                    }
                }
            }
        }
        return new ProvisionalCarts(fork.belief, touched);
    }

    /** The movements of a change one by one, when hands say that they were several people's; else the change as a whole. */
    private List<WeightChange> movements(WeightChange change) {
        if (change.movements().isEmpty()) {
            return List.of(change);
        }
        double apart = 1;
        SortedMap<Integer, Double> alone = new TreeMap<>();
        present().forEach(party -> alone.put(party.id(), 1.0));
        for (WeightChange movement : change.movements()) {
            SortedMap<Integer, Double> reaches = new TreeMap<>();
            hands.reaches(movement).stream()
                    .filter(reach -> reach.party() != null)
                    .forEach(reach -> reaches.merge(reach.party().id(), reach.likelihood(), Double::sum));
            alone.replaceAll((id, product) -> product * reaches.getOrDefault(id, 0.0));
            apart *= reaches.values().stream().mapToDouble(v -> v).max().orElse(0);
        }
        double together = alone.values().stream().mapToDouble(v -> v).max().orElse(0);
        return together < APART * apart ? change.movements() : List.of(change);
    }

    private Incident incident(WeightChange change) {
        List<Reach> reaches = new ArrayList<>();
        double gone = 0;
        for (Reach reach : hands.reaches(change)) {
            if (reach.party() != null && decided.contains(reach.party().id())) {
                gone += reach.likelihood();
            } else {
                reaches.add(reach);
            }
        }
        ChangeScene scene = new ChangeScene(change, this);
        List<Explanation> explanations = change.isTouch()
                ? new Exchanges(change, reaches, gone, scene, parameters).find()
                : new Explanations(change, reaches, gone, scene, parameters).list();
        return new Incident(change, reaches, explanations);
    }

    /**
     * Looks for what no plate felt: goods that readings show in hands which never took them, and hands in plates that feel
     * nothing. Returns the parties whose carts it may concern.
     */
    public List<Party> findUnfelt(long t) {
        List<Party> touched = new ArrayList<>();
        for (Incident incident : metHands.find(t)) {
            touched.addAll(take(incident));
        }
        unfelt.look(t);
        for (Incident incident : unexpected.find(t)) {
            touched.addAll(take(incident));
        }
        return touched;
    }

    /** The probability that the party took or put back something which nobody noticed, in a plate that still feels nothing. */
    public double unnoticed(Party party) {
        return unfelt.unnoticed(party);
    }

    private List<Party> take(Incident incident) {
        belief.take(incident);
        List<Party> touched = new ArrayList<>();
        for (Party party : present()) {
            if (incident.mayConcern(party, POSSIBLE)) {
                touched.add(party);
                incidentsOf.computeIfAbsent(party.id(), p -> new ArrayList<>()).add(incident);
            }
        }
        return touched;
    }

    /** The party's cart as independent parts. */
    public List<CartPart> cart(Party party) {
        return belief.cart(Holder.cart(party.id()));
    }

    /** How the stock, as most probably it is, differs from what was last said. */
    public List<StockChanged> stockChanges(long t) {
        return stock.changes(t);
    }

    /** A plate's rows are new: so is its stock. */
    public void planogramChanged(String plateId) {
        stock.reset(plateId);
        forgiveDebt(plateId);
    }

    /** What may have concerned this party, in the order in which it was explained. */
    List<Incident> incidents(Party party) {
        return incidentsOf.getOrDefault(party.id(), List.of());
    }

    /** The account of all that may have concerned this party, for people to read. */
    public Evidence evidence(Party party) {
        return new EvidenceWriter(goods, shelving).write(incidents(party));
    }

    /** The party has gone with whatever it held; nothing that is explained later can be its doing. */
    public void forget(Party party) {
        drop(party);
        decided.add(party.id());
        unexpected.forget(party);
        unfelt.forget(party);
        decided.retainAll(floor.parties().stream().map(Party::id).toList());
    }

    private void drop(Party party) {
        belief.remove(Holder.cart(party.id()));
        incidentsOf.remove(party.id());
    }

    int plateHolder(String plate) {
        return Holder.plate(plateNumber(plate));
    }

    int plateNumber(String plate) {
        return plateNumbers.getOrDefault(plate, 0);
    }

    private void forgiveDebt(String plate) {
        belief.remove(Holder.debt(plateNumber(plate)));
    }
}
